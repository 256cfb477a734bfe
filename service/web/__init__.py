"""HTML pages, rendered on the server. Everything they show comes through ``actions``.

``routes`` are the addresses; ``draft`` turns a form into a sheet and back; ``result`` and ``lines`` arrange answers for
the templates; ``exports`` write downloads; ``templates`` and ``built`` find files; ``words`` holds the terms that users
see often. ``build`` makes ``static/build`` from ``source`` and npm's packages: ``python -m service.web.build``.
"""
