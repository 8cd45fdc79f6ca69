"""A small convolutional network over words: what reads messages for danger and replies for harm.

Words are vectors (their own, when known, plus those of their n-grams); detectors of a few words slide over
them; the strongest answer of each within a window goes to a classifier. Shaped after Kim, "Convolutional
Neural Networks for Sentence Classification" (2014) and, for the words, Bojanowski et al., "Enriching Word
Vectors with Subword Information" (2017).
"""
