"""Runs a command in a pseudo-terminal for the tests, and relays between the two.

`python terminal.py COLUMNS ROWS COMMAND [ARGUMENT …]`. Each line of standard input is a JSON object
that asks for one thing: `{"type": text}` as if from the keyboard, `{"resize": [columns, rows]}`,
`{"signal": "TERM"}` to the command, or `{"hang_up": true}`, which is what closing the window does.
Each line of standard output is one of `{"pid": number}`, `{"output": bytes in base64}` and, last,
`{"exit": code}`, which is 128 + n after signal n. The terminal stays open after that. Once standard
input ends, so do the command and all that is left of its session: nothing outlives whoever started
this.
"""

import base64
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

MOST_BYTES = 65_536
# Real seconds: how often one looks whether the command has ended, and for how long what others go on
# to print may keep that from being told.
LOOKS = 0.05
DRAINS = 0.3


class Bridge:
    """A command, the pseudo-terminal that it runs in, and whoever asks for things on standard input."""

    def __init__(self, columns, rows, command):
        self.asked = b""
        self.ended = False
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            start(columns, rows, command)
        tell(pid=self.pid)

    def relay(self):
        """Goes on until standard input ends; tells the exit code when there is one."""
        while self.turn(LOOKS):
            if not self.ended and self.has_ended():
                self.drain()
                tell(exit=self.code)

    def has_ended(self):
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid != 0:
            code = os.waitstatus_to_exitcode(status)
            self.code = code if code >= 0 else 128 - code
            self.ended = True
        return self.ended

    def drain(self):
        until = time.monotonic() + DRAINS
        while time.monotonic() < until and self.is_readable():
            self.pass_output()

    def is_readable(self):
        return self.terminal is not None and select.select([self.terminal], [], [], 0)[0] != []

    def turn(self, patience):
        """Passes on what comes from either side; false when standard input has ended."""
        ours = [] if self.terminal is None else [self.terminal]
        ready, _, _ = select.select([0, *ours], [], [], patience)
        if self.terminal in ready:
            self.pass_output()
        return 0 not in ready or self.pass_input()

    def pass_output(self):
        try:
            output = os.read(self.terminal, MOST_BYTES)
        except OSError:
            # On Linux this is how a terminal says that nobody has it open any more.
            output = b""
        if output:
            tell(output=base64.b64encode(output).decode("ascii"))
        else:
            self.hang_up()

    def pass_input(self):
        more = os.read(0, MOST_BYTES)
        *lines, self.asked = (self.asked + more).split(b"\n")
        for line in lines:
            self.fulfil(json.loads(line))
        return more != b""

    def fulfil(self, wish):
        if "signal" in wish and not self.ended:
            os.kill(self.pid, signal.Signals[f"SIG{wish['signal']}"])
        elif "hang_up" in wish:
            self.hang_up()
        elif self.terminal is not None and "resize" in wish:
            set_size(self.terminal, *wish["resize"])
        elif self.terminal is not None:
            os.write(self.terminal, wish["type"].encode())

    def hang_up(self):
        if self.terminal is not None:
            os.close(self.terminal)
        self.terminal = None

    def end(self):
        """Takes the terminal away, and whatever has stayed in the command's session."""
        self.hang_up()
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def start(columns, rows, command):
    """Becomes the command; what goes wrong is said on the terminal."""
    set_size(0, columns, rows)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error.strerror}\r\n".encode())
    os._exit(127)


def set_size(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def tell(**what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main():
    columns, rows, *command = sys.argv[1:]
    bridge = Bridge(int(columns), int(rows), command)
    try:
        bridge.relay()
    except BrokenPipeError:
        # Whoever listened is gone; so standard output must not be flushed again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    finally:
        bridge.end()


main()
