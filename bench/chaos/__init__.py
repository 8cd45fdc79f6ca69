"""The breaker: real processes, seeded faults, and a check of I1-I5 from the outside (`make chaos`).

What a run is made of: :mod:`plan` (which fault when), :mod:`words` (what people and model say),
:mod:`people` (the clients), :mod:`faults` (what is done to processes, store and connections),
:mod:`aftermath` (what is left when all is quiet), :mod:`verdict` (the checks), :mod:`table`.
"""
