"""A visit to the page in a real Chromium, with everything that went wrong during it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    async_playwright,
    expect,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=15_000)  # what a browser takes on a busy machine, in ms

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: install `chromium` to test the page"
)


@dataclass
class Visit:
    """An open page. `complaints`: console errors, broken scripts, missing files; `hosts`: who was asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    @property
    def users(self) -> Locator:
        """The person's messages."""
        return self.page.locator(".message.user .body")

    @property
    def replies(self) -> Locator:
        """The companion's replies."""
        return self.page.locator(".message.reply .body")

    @property
    def composer(self) -> Locator:
        """Where the person writes: the page's last textbox."""
        return self.page.get_by_role("textbox").last

    @property
    def card(self) -> Locator:
        """The help resources in the talk."""
        return self.page.locator("#log").get_by_role("alert")

    async def say(self, text: str) -> None:
        """Write `text` and press Enter."""
        await self.composer.fill(text)
        await self.composer.press("Enter")

    async def open(self, url: str) -> None:
        """Go to `url` and wait until the talk is on."""
        await self.page.goto(url)
        await self.online()

    async def online(self) -> None:
        """Wait until the page says that it is connected."""
        await expect(self.page.locator("#status")).to_have_text("en línea")

    async def offline(self) -> None:
        """Wait until the page says that it is not connected."""
        await expect(self.page.locator("#status")).not_to_have_text("en línea")

    def watch(self) -> None:
        """Begin to note what goes wrong."""
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._note_request)
        self.page.on("response", self._note_response)
        self.page.on("websocket", lambda socket: self.hosts.add(urlsplit(socket.url).hostname or ""))

    def _note_message(self, message: ConsoleMessage) -> None:
        # A server that is away is part of many tests; a Content-Security-Policy violation of none.
        if message.type in {"error", "warning"} and "WebSocket connection" not in message.text:
            self.complaints.append(message.text)

    def _note_request(self, request: Request) -> None:
        self.hosts.add(urlsplit(request.url).hostname or "")

    def _note_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")


@contextlib.asynccontextmanager
async def visiting(width: int = 375, height: int = 700) -> AsyncIterator[Visit]:
    """Open a fresh browser. The visit must end without a complaint and without a foreign request."""
    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = await browser.new_context(locale="es-AR", viewport={"width": width, "height": height})
        visit = Visit(await context.new_page())
        visit.watch()
        yield visit
        await browser.close()
    assert visit.complaints == []
    assert visit.hosts <= {"127.0.0.1"}
