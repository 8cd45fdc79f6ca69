"""What is said when there is danger, by level: slots of wordings, put together by `worker.templates`.

Every slot has three wordings or more, and neighbouring slots differ in how many, so that a reply put
together from them does not come back word for word. `{puedes|podés|puede}` and `{te}`: see
`worker.wording`. `{lines}` and `{emergency}` follow a verb of calling ("{llama} {lines}"): they become "al
911 (Emergencias) o al..." or, with the country unknown, "al número de emergencias de tu país".

No method, no blame, no promise, no religion, no contract: tests/worker/test_templates.py looks for them.
"""
