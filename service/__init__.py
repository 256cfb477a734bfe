"""What we offer: the library, search, suggestions and checks as a command line, an API and web pages.

``settings`` and ``database`` stand at the bottom, ``resources`` hold what lives as long as the process, ``actions`` are what
the service can do, ``api``, ``web`` and ``cli`` are the ways in. May import ``ingest`` and ``indicators``.
"""
