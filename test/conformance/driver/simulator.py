"""The simulator's control API, and boto3 clients that keep the answers as they came."""

import json
import urllib.request
from typing import Any

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

from check_exchange import Exchange

REGION = "us-east-1"
# AWS's documented example key pair; no secret.
KEY = {
    "aws_access_key_id": "AKIAIOSFODNN7EXAMPLE",
    "aws_secret_access_key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
}


class Control:
    def __init__(self, endpoint: str, world: dict[str, Any]) -> None:
        self._endpoint = endpoint
        self._world = world

    def start_anew(self) -> None:
        """Each case meets the same world, and a clock that only `advance` moves."""
        self._send("PUT", "world", self._world)
        self._send("POST", "reset", {})

    def advance(self, seconds: float) -> None:
        self._send("POST", "advance", {"seconds": seconds})

    def settings(self, **settings: Any) -> None:
        self._send("PUT", "settings", settings)

    def fault(self, **rule: Any) -> None:
        self._send("PUT", "faults", {"seed": 7, "rules": [rule]})

    def _send(self, method: str, path: str, body: dict[str, Any]) -> None:
        url = f"{self._endpoint}/_simulator/{path}"
        request = urllib.request.Request(url, method=method, data=json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=30) as response:
            response.read()


class Client:
    """One boto3 client. `exchanges` are the answers since it was last emptied."""

    def __init__(self, endpoint: str, validate: bool = True) -> None:
        self.exchanges: list[Exchange] = []
        # What the setting of that name is, for the judgement of the answers.
        self.error_type_header = False
        self._body: bytes | None = None
        config = Config(parameter_validation=validate, retries={"total_max_attempts": 1})
        session = boto3.session.Session(region_name=REGION, **KEY)
        self.boto = session.client("lightsail", endpoint_url=endpoint, config=config)
        self.boto.meta.events.register("before-call.lightsail", self._replace_body)
        self.boto.meta.events.register("before-parse.lightsail", self._keep_answer)

    def call(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        return getattr(self.boto, xform_name(operation))(**request)

    def send(self, operation: str, body: Any) -> None:
        """Sends a body that botocore itself would not write. An error answer is no exception here."""
        self._body = json.dumps(body).encode()
        try:
            self.call(operation, {})
        except ClientError:
            pass
        finally:
            self._body = None

    def _replace_body(self, params: dict[str, Any], **_: Any) -> None:
        if self._body is not None:
            params["body"] = self._body

    def _keep_answer(self, operation_model: Any, response_dict: dict[str, Any], **_: Any) -> None:
        headers = {name.lower(): value for name, value in response_dict["headers"].items()}
        self.exchanges.append(
            Exchange(
                operation=operation_model.name,
                status=response_dict["status_code"],
                headers=headers,
                body=response_dict["body"].decode(),
            )
        )
