"""The edge to the network for the command line: DNS over UDP and TCP. Only `checker.cli` imports it."""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from time import monotonic

import dns.entropy
import dns.exception
import dns.query
import dns.resolver

from checker.lookup.model import Cause, Failure, Lookup, Query, Reply, is_askable
from checker.lookup.session import Session
from checker.lookup.wire import from_message, to_message

_PORT = 53
_AT_A_TIME = 32
PATIENCE = 30.0
"""Seconds for a whole report; what is still open then is answered with a time-out."""

type Resolve = Callable[[Query], Reply]


class Resolver:
    """Asks one resolver; a lost packet is asked for again once."""

    def __init__(self, host: str = "", port: int = _PORT, seconds: float = 3.0, tries: int = 2) -> None:
        self._host = host or _system_resolver()
        self._port = port
        self._seconds = seconds
        self._tries = tries

    def __call__(self, query: Query) -> Reply:
        """Ask over UDP, and over TCP where the answer did not fit."""
        if not is_askable(query.name):
            return Failure(query, Cause.NXDOMAIN)
        reply: Reply = Failure(query, Cause.TIMEOUT)
        for _ in range(self._tries):
            reply = self._ask(query)
            if not (isinstance(reply, Failure) and reply.cause is Cause.TIMEOUT):
                break
        return reply

    def _ask(self, query: Query) -> Reply:
        message = to_message(query)
        message.id = dns.entropy.random_16()  # over UDP the number is what ties an answer to its question
        try:
            answer, _ = dns.query.udp_with_fallback(
                message,
                self._host,
                timeout=self._seconds,
                port=self._port,
                ignore_unexpected=True,
                ignore_errors=True,  # what answers another question may be forged: wait for the right one
            )
        except dns.exception.Timeout:
            return Failure(query, Cause.TIMEOUT)
        except OSError:
            return Failure(query, Cause.UNREACHABLE)
        except (dns.exception.DNSException, ValueError, EOFError):
            return Failure(query, Cause.UNREADABLE)
        return from_message(query, answer)


def run[T](lookup: Lookup[T], resolve: Resolve, seconds: float = PATIENCE) -> T:
    """Run a lookup to its end, asking side by side what does not depend on one another."""
    session = Session(lookup)
    end = monotonic() + seconds
    waiting: dict[Future[Reply], Query] = {}
    asked: set[Query] = set()
    pool = ThreadPoolExecutor(_AT_A_TIME)
    try:
        while not session.is_done:
            for query in session.advance():
                if query not in asked:
                    asked.add(query)
                    waiting[pool.submit(resolve, query)] = query
            if session.is_done:
                break
            done, _ = wait(waiting, max(0.0, end - monotonic()), FIRST_COMPLETED)
            if not done:
                session.cancel(Cause.TIMEOUT)
            for future in done:
                session.supply(waiting.pop(future), future.result())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return session.result


def _system_resolver() -> str:
    """The first resolver that the system is set to use."""
    try:
        return str(dns.resolver.Resolver().nameservers[0])
    except (dns.exception.DNSException, IndexError, OSError):
        return "127.0.0.1"
