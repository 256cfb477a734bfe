"""What the service can do, one verb a function, called alike by ``api``, ``web`` and ``cli``.

Actions take ``Resources`` and values, give frozen values and never print. Those that write open the transaction, which is
the edge of a request here. May import ``documents``, ``resources``, ``database``, ``settings``, ``ingest`` and ``indicators``.
"""
