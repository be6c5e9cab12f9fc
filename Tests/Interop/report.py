"""Counts what passed and what failed, and says so in words."""


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, what, condition, detail=""):
        """One promise; `detail` tells what was found where it is broken."""
        if condition:
            self.passed += 1
            print(f"ok      {what}", flush=True)
        else:
            self.failed += 1
            print(f"FAILED  {what}" + (f": {detail}" if detail else ""), flush=True)
        return bool(condition)

    def run(self, what, body):
        """A step that must not raise; gives its result, None where it failed."""
        try:
            result = body()
        except Exception as error:  # any error of any reader is a finding
            self.check(what, False, f"{type(error).__name__}: {str(error)[:300]}")
            return None
        self.check(what, True)
        return result

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0
