"""What every request passes through, whatever it asks for. Pure ASGI; knows neither pages nor endpoints.

From the outside in: ``trace`` (request id, access log, metrics), ``headers`` (what a browser may do with an answer),
``boundary`` (no body beyond the limit gets in, no exception gets out). May import ``errors`` and below.
"""
