"""Typed FastAPI dependencies: what lives as long as the process, for endpoints to name in their signatures."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from service.resources import Resources
from service.settings import Settings


def resources_of(request: Request) -> Resources:
    """The resources that the application's lifespan opened."""
    return cast(Resources, request.app.state.resources)


def settings_of(request: Request) -> Settings:
    """The settings that the application was made with."""
    return cast(Settings, request.app.state.settings)


Open = Annotated[Resources, Depends(resources_of)]
Configured = Annotated[Settings, Depends(settings_of)]
