"""Search by meaning and by word: indicator -> document -> index -> hits that carry their reasons.

``document`` turns a record into texts and words, ``embedding`` and ``words`` into vectors, ``index`` keeps them,
``retrieve`` fuses the arms, ``evaluate`` measures them. May import the library and the model.
"""
