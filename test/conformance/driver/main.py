"""Drives the simulator with boto3 and judges its answers by botocore's model: main.py <endpoint> <world.json>."""

import json
import sys
from pathlib import Path

from behaviours import BEHAVIOURS
from report import Report
from run_operations import OperationsRun
from service_model import load_service_model
from simulator import Client, Control


def main(endpoint: str, world: str) -> None:
    report = Report(load_service_model())
    control = Control(endpoint, json.loads(Path(world).read_text()))
    OperationsRun(report, control, endpoint).run()
    for behaviour in BEHAVIOURS:
        control.start_anew()
        client = Client(endpoint)
        problems: list[str] = []
        try:
            behaviour(client, control)
        except Exception as error:  # noqa: BLE001 a failed one must not end the others
            problems.append(f"{type(error).__name__}: {error}")
        name = behaviour.__name__.replace("_", " ")
        report.case("", "behaviour", name, [*problems, *report.judge(client)])
    for known in sorted(report.exceptions):
        report.case("", "exception", known, [])


main(sys.argv[1], sys.argv[2])
