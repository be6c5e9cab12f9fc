"""Kills builds at random times: what stands at the graph's path is the old graph or the new, byte for
byte, and the next build needs no clean-up. The times are drawn from a fixed seed."""
import argparse, filecmp, os, random, shutil, signal, subprocess, sys, time

ap = argparse.ArgumentParser(description=__doc__)
for name in ("weft", "old", "new", "work"):
    ap.add_argument("--" + name, required=True, help={"old": "inputs of the graph that is there", "new": "inputs of the one that is built"}.get(name))
ap.add_argument("--times", type=int, default=200)
a = ap.parse_args()
os.makedirs(a.work, exist_ok=True)
graph, old, new = (os.path.join(a.work, name) for name in ("graph.weft", "old.weft", "new.weft"))


def build(source, target):
    return [a.weft, "build", source, "-o", target]


def run(command):
    code = subprocess.run(command, stderr=subprocess.DEVNULL).returncode
    if code not in (0, 2):
        sys.exit(f"  {' '.join(command)} ended with {code}")


run(build(a.old, old))
start = time.monotonic()
run(build(a.new, new))
length = time.monotonic() - start
draw = random.Random(1)
killed = kept = wrong = 0
for _ in range(a.times):
    shutil.copyfile(old, graph)
    process = subprocess.Popen(build(a.new, graph), stderr=subprocess.DEVNULL)
    time.sleep(draw.uniform(0, 1.1 * length))
    process.send_signal(signal.SIGKILL)
    killed += process.wait() == -signal.SIGKILL
    is_old = filecmp.cmp(graph, old, shallow=False)
    kept += is_old
    wrong += not is_old and not filecmp.cmp(graph, new, shallow=False)
run(build(a.new, graph))
left = sorted(set(os.listdir(a.work)) - {"graph.weft", "old.weft", "new.weft"})
whole = filecmp.cmp(graph, new, shallow=False)
print(f"  {a.times} builds, {killed} killed under way: {kept} left the old graph, {a.times - kept - wrong} the new, "
      f"{wrong} neither; the next build is {'whole' if whole else 'not whole'}; left behind: {left or 'nothing'}")
sys.exit(1 if wrong or left or not whole or killed < a.times // 4 else 0)
