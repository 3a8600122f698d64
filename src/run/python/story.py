"""The time of a story: it stands still while code runs, and jumps when everything waits."""

import asyncio
import selectors
import threading
import time
from contextlib import contextmanager
from unittest import mock

DAY = 86_400.0
"""Seconds of the story after which nobody believes in an end any more."""

REQUEST_GRACE = 0.25
"""Real seconds in which something outside the story, such as a socket, may still wake the loop."""

OPENING_TIME = 1_898_618_400.0
"""What time.time() says when a story begins: the same evening as in TypeScript."""


class NeverEnds(BaseException):
    """The story has no end. No `except Exception` of a snippet may swallow that."""


class Story:
    """A clock in seconds, shared by every loop that a snippet runs, and by what comes after it."""

    def __init__(self):
        self.now = 0.0

    def stamp(self):
        return f" @{round(self.now, 2):.8g}"

    def jump(self, seconds):
        self.now += seconds
        if self.now > DAY:
            raise NeverEnds("never ends: a whole day of the story has gone by.")

    def sleep(self, seconds):
        """What time.sleep does to a story: all the time goes by, and nobody else gets any of it."""
        if threading.current_thread() is threading.main_thread():
            self.jump(seconds)

    @contextmanager
    def told(self):
        """Puts the story in force: asyncio.run, time.sleep and the readings of the time obey it."""

        def new_loop():
            return JumpingLoop(self)

        def now():
            return self.now

        with (
            mock.patch.object(asyncio.events, "new_event_loop", new_loop),
            mock.patch.object(asyncio, "new_event_loop", new_loop),
            mock.patch.multiple(
                time,
                sleep=self.sleep,
                monotonic=now,
                perf_counter=now,
                time=lambda: OPENING_TIME + self.now,
            ),
        ):
            yield


class JumpingSelector(selectors.DefaultSelector):
    """Where a loop would sleep until its next timer, the story's time jumps to that timer."""

    def __init__(self, story):
        super().__init__()
        self.story = story
        self.threads = 0

    def select(self, timeout=None):
        if self.threads > 0:
            # A thread's work takes no time of the story, so the story waits for it.
            return super().select(0 if timeout is not None and timeout <= 0 else None)
        events = super().select(REQUEST_GRACE if timeout is None else 0)
        if events:
            return events
        if timeout is None:
            raise NeverEnds(
                f"never settles: at second{self.story.stamp().replace('@', '')} nothing was left "
                "that could wake it, no timer and no event."
            )
        self.story.jump(max(0.0, timeout))
        return events


class JumpingLoop(asyncio.SelectorEventLoop):
    """An event loop in the time of a story."""

    def __init__(self, story):
        self.story = story
        self.jumping = JumpingSelector(story)
        super().__init__(self.jumping)

    def time(self):
        return self.story.now

    def run_in_executor(self, executor, func, *args):
        future = super().run_in_executor(executor, func, *args)
        self.jumping.threads += 1
        future.add_done_callback(self._thread_done)
        return future

    async def shutdown_default_executor(self, *args, **options):
        self.jumping.threads += 1
        try:
            await super().shutdown_default_executor(*args, **options)
        finally:
            self._thread_done()

    def _thread_done(self, _future=None):
        self.jumping.threads -= 1
