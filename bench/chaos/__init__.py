"""The breaker: real processes, seeded faults, and a check of I1-I5 from the outside (`make chaos`).

What a run is made of: :mod:`plan` (which fault when), :mod:`words` (what people and model say),
:mod:`people` (the clients) with their :mod:`view`, :mod:`faults` (what is done to the :mod:`scene`),
:mod:`aftermath` (what is left when all is quiet), :mod:`verdict` and :mod:`overlap` (the checks),
:mod:`table`.
"""
