"""What wrk says is read as it is meant. No figure of the benchmarks is tested."""

from __future__ import annotations

import pytest

from benchmarks.report import Line
from benchmarks.speed.wrk import Load, middle, understood

SAID = """Running 1s test @ http://127.0.0.1:8000/
  2 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   614.16ms  294.31ms   1.09s    56.25%
  Latency Distribution
     50%  603.45us
     75%  863.40ms
     90%    1.08s{space}
     99%    1.09s{space}
  32 requests in 1.11s, 297.47KB read
{more}Requests/sec:     28.95
Transfer/sec:    269.09KB
"""
ERRORS = """  Socket errors: connect 1, read 2, write 3, timeout 4
  Non-2xx or 3xx responses: 5
"""


@pytest.mark.parametrize("space", ["", " "])
def test_it_is_understood(space):
    assert understood(SAID.format(space=space, more="")) == Load(28.95, 0.60345, 1090.0)


def test_each_request_that_failed_counts():
    assert understood(SAID.format(space="", more=ERRORS)).failed == 15


def test_where_nothing_was_measured_it_says_so():
    with pytest.raises(RuntimeError, match="Connection refused"):
        understood("unable to connect to 127.0.0.1:1 Connection refused")


def test_the_middle_of_some_rounds_has_all_that_failed():
    rounds = [Load(10, 1, 9, 1), Load(30, 3, 7), Load(20, 2, 8, 2)]

    assert middle(rounds) == Load(20, 2, 8, 3)


@pytest.mark.parametrize(
    ("bounds", "measured", "is_held"),
    [
        ({"at_least": 0.5}, 0.5, True),
        ({"at_least": 0.5}, 0.49, False),
        ({"at_most": 250}, 250, True),
        ({"at_most": 0}, 1, False),
        ({"at_least": 0.5}, float("nan"), False),
    ],
)
def test_a_line_is_held_or_not(bounds, measured, is_held):
    assert Line(what="", measured=measured, **bounds).is_held is is_held
