"""What `make bench` measures is still there to be measured. No figure is tested."""

from __future__ import annotations

import pytest

from benchmarks import readers


@pytest.mark.django_db(transaction=True)
def test_every_page_of_the_readers_bench_answers(client):
    readers.fill(1500)

    for name, address in readers.addresses().items():
        assert client.get(address).status_code == 200, name
