"""Drives each operation: requests that are accepted, refused, broken, and struck by every error of the model."""

import json
from typing import Any

from botocore.exceptions import ClientError, ParamValidationError

from check_exchange import COMMON_ERRORS
from member_paths import all_members, members_in
from good_requests import GOOD_REQUESTS, Case
from refused_requests import REFUSED_REQUESTS
from report import Report
from service_model import modelled_errors
from simulator import Client, Control
from wrong_requests import wrong_requests

STRUCK_BY_COMMON = ["InternalFailure", "ThrottlingException"]


class OperationsRun:
    def __init__(self, report: Report, control: Control, endpoint: str) -> None:
        self._report = report
        self._control = control
        self._client = Client(endpoint)
        self._lax = Client(endpoint, validate=False)
        self._asked: dict[str, set[str]] = {}
        self._answered: dict[str, set[str]] = {}

    def run(self) -> None:
        for case in GOOD_REQUESTS:
            self._accept(case)
            self._break(case)
        for refused in REFUSED_REQUESTS:
            self._control.start_anew()
            if refused.prepare:
                refused.prepare(self._client, self._control)
            problems = self._expect(refused.operation, refused.request, refused.error)
            name = f"{refused.error} {refused.name}"
            self._report.case(refused.operation, "refused", name, problems)
        for operation in sorted(self._asked):
            self._strike(next(case for case in GOOD_REQUESTS if case.operation == operation))
            self._compare_members(operation)

    def _prepare(self, case: Case) -> dict[str, Any]:
        self._control.start_anew()
        if case.prepare:
            case.prepare(self._client, self._control)
        return case.make_request(self._client)

    def _accept(self, case: Case) -> None:
        request = self._prepare(case)
        problems = []
        try:
            self._client.call(case.operation, request)
        except ClientError as error:
            problems.append(f"refused: {error}")
        self._note_members(case, request)
        self._report.case(case.operation, "accepted", case.name, [*problems, *self._report.judge(self._client)])

    def _note_members(self, case: Case, request: dict[str, Any]) -> None:
        operation = self._report.model.operation_model(case.operation)
        asked = members_in(operation.input_shape, request)
        self._asked.setdefault(case.operation, set()).update(asked)
        for exchange in self._client.exchanges:
            if exchange.operation == case.operation:
                seen = members_in(operation.output_shape, json.loads(exchange.body))
                self._answered.setdefault(case.operation, set()).update(seen)

    def _compare_members(self, operation: str) -> None:
        model = self._report.model.operation_model(operation)
        never_asked = all_members(model.input_shape) - self._asked[operation]
        problems = [f"{member}: no request of the driver has it" for member in sorted(never_asked)]
        self._report.case(operation, "members", "every member of the request is sent", problems)
        never_answered = all_members(model.output_shape) - self._answered[operation]
        self._report.case(operation, "left-out", ", ".join(sorted(never_answered)), [])

    def _break(self, case: Case) -> None:
        """The model's own rules, one at a time: botocore keeps some of them, the simulator all."""
        good = self._prepare(case)
        self._report.judge(self._client)
        shape = self._report.model.operation_model(case.operation).input_shape
        for wrong in wrong_requests(shape, good):
            problems = []
            if wrong.locally:
                try:
                    self._client.call(case.operation, wrong.body)
                    problems.append("botocore sent it")
                except ParamValidationError:
                    pass
            self._lax.send(case.operation, wrong.body)
            answer = json.loads(self._lax.exchanges[-1].body)
            if answer.get("__type") != wrong.error:
                problems.append(f"expected {wrong.error}, got {json.dumps(answer)[:200]}")
            problems += self._report.judge(self._lax)
            self._report.case(case.operation, "broken", f"{case.name}: {wrong.name}", problems)

    def _strike(self, case: Case) -> None:
        modelled = sorted(modelled_errors(self._report.model.operation_model(case.operation)))
        for error in [*modelled, *STRUCK_BY_COMMON]:
            request = self._prepare(case)
            internal = error == "ServiceException" or COMMON_ERRORS.get(error) == 500
            effect = "server-error" if internal else "denied"
            self._control.fault(action=case.operation, effect=effect, errorCode=error)
            self._report.case(case.operation, "struck", error, self._expect(case.operation, request, error))

    def _expect(self, operation: str, request: dict[str, Any], error: str) -> list[str]:
        """boto3 raises the class that the model has for the error, and the answer is as the model has it."""
        problems = []
        expected = getattr(self._client.boto.exceptions, error, ClientError) if error not in COMMON_ERRORS else ClientError
        try:
            self._client.call(operation, request)
            problems.append(f"expected {error}, was accepted")
        except expected as raised:
            code = raised.response["Error"]["Code"]
            if code != error:
                problems.append(f"expected {error}, got {code}: {raised}")
        except ClientError as raised:
            problems.append(f"expected {error}, got {raised}")
        return [*problems, *self._report.judge(self._client)]
