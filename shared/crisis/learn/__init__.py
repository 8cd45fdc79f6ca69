"""How the detector learns and is judged: the corpus, its spelling noise, training and the report.

Nothing here runs in the service: it needs the packages of the `dev` and `train` extras.
"""
