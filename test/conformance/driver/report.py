"""One JSON object a line on stdout: what was tried, and what was wrong with it."""

import json
from dataclasses import dataclass, field

from botocore.model import ServiceModel

from check_exchange import Exchange, check_exchange
from simulator import Client


# What AWS answers although its own model has it not (docs/simulator-differences.md).
KNOWN_EXCEPTIONS = [
    "not in the enum DiskState: deleting",
    "not in the enum OperationType: TagResource",
    "not in the enum OperationType: UntagResource",
]


@dataclass
class Report:
    model: ServiceModel
    calls: int = 0
    exceptions: set[str] = field(default_factory=set)
    _request_ids: set[str] = field(default_factory=set)

    def case(self, operation: str, kind: str, name: str, problems: list[str]) -> None:
        row = {"operation": operation, "kind": kind, "name": name, "problems": problems}
        print(json.dumps(row), flush=True)

    def judge(self, client: Client) -> list[str]:
        """What is wrong with the answers that the client has had since it was last judged."""
        exchanges, client.exchanges = client.exchanges, []
        return [problem for exchange in exchanges for problem in self._judge_one(exchange, client)]

    def _judge_one(self, exchange: Exchange, client: Client) -> list[str]:
        self.calls += 1
        problems = check_exchange(self.model, exchange, client.error_type_header)
        request_id = exchange.headers.get("x-amzn-requestid", "")
        if request_id in self._request_ids:
            problems.append(f"x-amzn-requestid: used twice: {request_id}")
        self._request_ids.add(request_id)
        return [f"{exchange.operation}: {problem}" for problem in problems if not self._is_known(problem)]

    def _is_known(self, problem: str) -> bool:
        known = next((known for known in KNOWN_EXCEPTIONS if problem.endswith(f": {known}")), None)
        if known is not None:
            self.exceptions.add(known)
        return known is not None
