"""One question to a model, through pydantic-ai (extra `llm`): an answer of the right shape, in time, or none."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

from callwright.llm.config import Config
from callwright.smart import CallwrightError

if TYPE_CHECKING:
    from pydantic_ai import Agent
    from pydantic_ai.models import Model

ANSWER_TOKENS: Final = 400


class NoAnswer(CallwrightError):
    """The model gave nothing usable; the message says why, in words for the person who asked."""


def proposals(config: Config, request: str, message: str) -> list[str]:
    """The wordings that the model proposes, unchecked. Raises NoAnswer: not installed, too slow, refused, malformed."""
    try:
        agent = _agent(config, request)
    except ImportError as missing:
        raise NoAnswer("a second opinion takes the extra `llm`: pip install 'callwright[llm]'") from missing
    # A thread of its own has no event loop yet, whoever calls: a command, a page or a notebook.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, _in_time(agent, config.seconds, message)).result()


async def _in_time(agent: Agent[None, Any], seconds: float, message: str) -> list[str]:
    try:
        answer = await asyncio.wait_for(agent.run(message), seconds)
    except TimeoutError as late:
        raise NoAnswer(f"the model took longer than {seconds:g} seconds") from late
    except Exception as wrong:
        # Whatever a client library raises, the rep gets the result without the model.
        raise NoAnswer(f"the model gave no usable answer ({type(wrong).__name__})") from wrong
    return list(answer.output.lines)


def _agent(config: Config, request: str) -> Agent[None, Any]:
    """Who is asked, and for what shape of answer. Built before the clock runs: the libraries take a moment to load."""
    from pydantic import BaseModel, Field  # noqa: PLC0415  of the extra, which may be missing
    from pydantic_ai import Agent, PromptedOutput  # noqa: PLC0415

    class Proposal(BaseModel):
        """The wordings, best first."""

        lines: list[str] = Field(min_length=1, max_length=3)

    settings: Any = {"max_tokens": ANSWER_TOKENS, "temperature": 0.0}
    shape = PromptedOutput(Proposal)
    return Agent(_model(config), output_type=shape, instructions=request, retries=1, model_settings=settings)


def _model(config: Config) -> Model:
    """The model behind the address. No client retries by itself: the rep is waiting."""
    common: Any = {"api_key": config.key or "none", "max_retries": 0, "timeout": config.seconds}
    if config.provider == "anthropic":
        from anthropic import AsyncAnthropic  # noqa: PLC0415
        from pydantic_ai.models.anthropic import AnthropicModel  # noqa: PLC0415
        from pydantic_ai.providers.anthropic import AnthropicProvider  # noqa: PLC0415

        address = config.url.removesuffix("/v1") if config.url else None  # this client adds it
        client = AsyncAnthropic(base_url=address, **common)
        return AnthropicModel(config.model, provider=AnthropicProvider(anthropic_client=client))
    from openai import AsyncOpenAI  # noqa: PLC0415
    from pydantic_ai.models.openai import OpenAIChatModel  # noqa: PLC0415
    from pydantic_ai.providers.openai import OpenAIProvider  # noqa: PLC0415

    talk = AsyncOpenAI(base_url=config.url, **common)
    return OpenAIChatModel(config.model, provider=OpenAIProvider(openai_client=talk))
