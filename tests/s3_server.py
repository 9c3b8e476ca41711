"""An object store of our own for tests: moto's server, which speaks S3 over HTTP, in a process of its own."""

from __future__ import annotations

import importlib.util
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

MISSING = [
    name for name in ("moto", "boto3", "flask", "flask_cors") if importlib.util.find_spec(name) is None
]
"""What has to be installed before a server can be had."""
REGION = "us-east-1"

Keys = tuple[str, str]
"""The id and the secret of one who may use the store."""


class Store:
    """A running store; anyone may do anything until `guard`."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint

    def address(self, path: str, endpoint: str | None = None) -> str:
        """The address of a path `bucket/name`."""
        return f"s3://{path}?endpoint_override={endpoint or self.endpoint}&region={REGION}"

    def client(self, service: str = "s3") -> Any:
        """A client of AWS's own library."""
        import boto3

        keys = {"aws_access_key_id": "anyone", "aws_secret_access_key": "anything"}
        return boto3.client(service, endpoint_url=self.endpoint, region_name=REGION, **keys)

    def user(self, name: str, *actions: str) -> Keys:
        """The keys of a user who may do these things, such as `s3:Get*`."""
        users = self.client("iam")
        users.create_user(UserName=name)
        statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        users.put_user_policy(UserName=name, PolicyName="all", PolicyDocument=policy)
        made = users.create_access_key(UserName=name)["AccessKey"]
        return made["AccessKeyId"], made["SecretAccessKey"]

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """From now to the end of the block users may only do what they may."""
        self._unasked("0")
        try:
            yield
        finally:
            self._unasked("inf")

    def _unasked(self, number: str) -> None:
        """How many requests are answered before the store looks at who asks."""
        url, kind = f"{self.endpoint}/moto-api/reset-auth", {"Content-Type": "text/plain"}
        urllib.request.urlopen(urllib.request.Request(url, number.encode(), kind, method="POST")).close()


def keys(given: Keys | None) -> dict[str, str]:
    """The environment of one who has these keys, or none, and nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    kept |= {"AWS_EC2_METADATA_DISABLED": "true", "AWS_SHARED_CREDENTIALS_FILE": os.devnull}
    if given:
        kept |= dict(zip(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), given, strict=True))
    return kept


@contextmanager
def s3_server() -> Iterator[Store]:
    """A store on a free port of this machine, while the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(running, port)
        yield Store(f"http://127.0.0.1:{port}")
    finally:
        running.kill()
        running.wait()


def _wait(running: subprocess.Popen[bytes], port: int, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            assert running.poll() is None, f"the store ended with code {running.returncode}"
            assert time.monotonic() < end, f"the store did not start within {seconds} s"
            time.sleep(0.05)
