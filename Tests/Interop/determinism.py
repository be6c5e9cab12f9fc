"""The same graph file gives the same bytes, in every process."""

import hashlib
import os
import subprocess
import tempfile


def check_determinism(weft, graph, formats, report):
    with tempfile.TemporaryDirectory() as folder:
        for form in formats:
            hashes = set()
            for attempt in range(2):
                path = os.path.join(folder, f"{attempt}.{form}")
                run = subprocess.run(
                    [weft, "export", "--graph", graph, "--format", form, "-o", path],
                    capture_output=True, text=True)
                if not report.check(
                    f"weft export --format {form} ends well", run.returncode == 0,
                    run.stderr[:300]):
                    break
                with open(path, "rb") as file:
                    hashes.add(hashlib.file_digest(file, "sha256").hexdigest())
                os.remove(path)
            report.check(f"two exports as {form} have the same bytes", len(hashes) == 1)
