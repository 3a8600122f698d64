"""Plays the Python snippets of lessons, and answers what each of them printed.

Reads `{"patience": real seconds, "snippets": [{file, line, code, mode}]}` from standard input, where
`mode` is "story", "real" or "compile" and `line` is the one above the code. For each snippet in turn
it writes one line of JSON: `{"printed": [line], "error": {line, message} or null}`. A snippet that
does not end within the patience ends this process, and standard error says where it was.
"""

import faulthandler
import gc
import io
import json
import sys
import traceback
import types
from contextlib import nullcontext, redirect_stderr, redirect_stdout

from story import NeverEnds, Story

MOST_LINES = 1_000


class Printed(io.TextIOBase):
    """Collects lines, each with the stamp of the instant at which it was ended."""

    def __init__(self, stamp):
        self.lines = []
        self.rest = ""
        self.stamp = stamp

    def write(self, text):
        *ended, self.rest = (self.rest + text).split("\n")
        if len(self.lines) < MOST_LINES:
            self.lines += [line + self.stamp() for line in ended]
        return len(text)

    def end(self):
        if self.rest:
            self.write("\n")


def play(snippet):
    story = Story() if snippet["mode"] == "story" else None
    printed = Printed(story.stamp if story else lambda: "")
    error = None
    with redirect_stdout(printed), redirect_stderr(io.StringIO()):
        try:
            with story.told() if story else nullcontext():
                run(snippet)
                # What nobody refers to any more has its last word here: "was never awaited".
                gc.collect()
        except SystemExit:
            pass
        except BaseException as raised:
            error = described(raised, snippet)
    printed.end()
    return {"printed": printed.lines, "error": error}


def run(snippet):
    """Runs a snippet as if it were the program; its lines count as those of the README."""
    source = "\n" * snippet["line"] + snippet["code"]
    program = compile(source, snippet["file"], "exec", dont_inherit=True)
    if snippet["mode"] == "compile":
        return
    ours = sys.modules["__main__"]
    theirs = sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        exec(program, theirs.__dict__)
    finally:
        sys.modules["__main__"] = ours


def described(error, snippet):
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == snippet["file"]]
    if isinstance(error, SyntaxError) and error.filename == snippet["file"]:
        lines.append(error.lineno)
    told = str(error) if isinstance(error, NeverEnds) else f"raises {sentence(error)}"
    return {"line": lines[-1] if lines else snippet["line"], "message": told}


def sentence(error):
    text = traceback.format_exception_only(error)[-1].splitlines()[0].rstrip(".")
    return f"{text}."


def main():
    answers = sys.stdout
    errors = sys.stderr
    asked = json.load(sys.stdin)
    for snippet in asked["snippets"]:
        faulthandler.dump_traceback_later(asked["patience"], exit=True, file=errors)
        print(json.dumps(play(snippet)), file=answers, flush=True)
    faulthandler.cancel_dump_traceback_later()


main()
