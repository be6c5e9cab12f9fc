"""Multinomial logistic regression with an L2 pull towards given weights; standard library only."""

import math
import random


def fit(rows, labels, class_count, prior, pull=1.0, rounds=160, rate=0.08, weights=None, fixed=None):
    """Fits weights to rows of (feature, value) pairs.

    prior: {(feature, class): weight}, what a weight is where nothing speaks against it.
    weights: how much each row counts. Features that begin with `fixed` keep their prior. Returns {feature: [weight by class]}.
    """
    features = sorted({f for row in rows for f, _ in row} | {f for f, _ in prior})
    number = {f: k for k, f in enumerate(features)}
    data = [[(number[f], v) for f, v in row] for row in rows]
    weights = weights or [1.0] * len(rows)
    start = [[prior.get((f, c), 0.0) for c in range(class_count)] for f in features]
    table = [list(row) for row in start]
    first = [[0.0] * class_count for _ in features]
    second = [[0.0] * class_count for _ in features]
    classes = range(class_count)
    for step in range(1, rounds + 1):
        slope = [
            [pull * (w - s) for w, s in zip(row, begin)] for row, begin in zip(table, start)
        ]
        for row, label, weight in zip(data, labels, weights):
            for c, p in enumerate(likelihoods(table, row, class_count)):
                d = (p - (c == label)) * weight
                if abs(d) > 1e-6:
                    for f, v in row:
                        slope[f][c] += d * v
        size = rate * (1 - step / rounds * 0.9)
        a, b = 1 - 0.9**step, 1 - 0.99**step
        for f, w, g, m, v in zip(features, table, slope, first, second):
            if fixed and f.startswith(fixed):
                continue
            for c in classes:
                m[c] = 0.9 * m[c] + 0.1 * g[c]
                v[c] = 0.99 * v[c] + 0.01 * g[c] * g[c]
                w[c] -= size * (m[c] / a) / (math.sqrt(v[c] / b) + 1e-8)
    return {f: table[k] for f, k in number.items()}


def likelihoods(table, row, class_count):
    scores = [0.0] * class_count
    for f, v in row:
        weight = table[f]
        for c in range(class_count):
            scores[c] += weight[c] * v
    top = max(scores)
    scores = [math.exp(s - top) for s in scores]
    total = sum(scores)
    return [s / total for s in scores]


def best(weights, row, class_count):
    scores = [0.0] * class_count
    for f, v in row:
        weight = weights.get(f)
        if weight:
            for c in range(class_count):
                scores[c] += weight[c] * v
    return scores.index(max(scores))


def folds(count, parts=10, seed=5):
    """Numbers 0 ..< count, shuffled and dealt out."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return [order[k::parts] for k in range(parts)]


def confusion(pairs, names):
    """Lines of a table: rows are what is right, columns what was answered."""
    width = max(len(n) for n in names) + 1
    lines = [" " * width + "".join(n[:7].rjust(8) for n in names)]
    for right in names:
        counts = [sum(1 for p in pairs if p == (right, answer)) for answer in names]
        lines.append(right.ljust(width) + "".join(str(c or ".").rjust(8) for c in counts))
    return "\n".join(lines)


def write_table(path, weights, name="table", least=0.0):
    """Replaces the lines of the table in a Swift source; see LinearModel.

    With `least`, several features stand in a line, each with the weights that reach half of it, and
    features none of whose weights reaches it are left out. A weight then counts from the feature's
    middle one, since only differences between classes tell.
    """
    text = open(path, encoding="utf-8").read()
    head, rest = text.split(f'static let {name} = """\n', 1)
    tail = rest.split('    """', 1)[1]
    lines, template = [], ""
    for feature in sorted(weights):
        values = weights[feature]
        if not least:
            row = [str(round(w * 100)) for w in values]
            if any(w != "0" for w in row):
                lines.append("    " + " ".join([feature] + row))
            continue
        middle = sorted(values)[len(values) // 2]
        values = [w - middle for w in values]
        if max(map(abs, values)) < least:
            continue
        row = [f"{k}:{round(w * 100)}" for k, w in enumerate(values) if abs(w) >= least / 2]
        same = feature.split(".")[0] == template
        template = feature.split(".")[0]
        entry = " ".join([feature[len(template):] if same else feature] + row)
        if lines and len(lines[-1]) + len(entry) < 99:
            lines[-1] += "; " + entry
        else:
            lines.append("    " + entry)
    with open(path, "w", encoding="utf-8") as out:
        out.write(head + f'static let {name} = """\n' + "\n".join(lines) + '\n    """' + tail)
