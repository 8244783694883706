#!/usr/bin/env bash
# Finding: 10,000 answers with a median of 0.40 s and a P99 of 1.60 s, recorded in seconds with OpenTelemetry's
#          histogram, read back from its buckets as 2.5 s and 4.95 s.
# A good guess says: percentiles out of buckets are off by some ten percent.
# What happens: the default bounds (0, 5, 10, 25, 50 … 10000) are made for milliseconds; in seconds, as the
#          conventions for generative AI want them, every answer below five seconds is in one bucket. With the
#          bounds that these conventions name (0.01, 0.02, 0.04 … 81.92) it reads 0.43 and 2.10. A Prometheus
#          client's Summary in Python holds no percentile at all, and its Histogram ends at ten seconds: of
#          answers around 30 s it says 10.
# Versions: opentelemetry-sdk 1.45.2, prometheus-client 0.26.0, numpy 2.4.6 (PyPI) (Python 3.11)
# Seen: 2026-12-01
set -euo pipefail
OPENTELEMETRY_SDK=${OPENTELEMETRY_SDK-1.45.2}
PROMETHEUS_CLIENT=${PROMETHEUS_CLIENT-0.26.0}
NUMPY=${NUMPY-2.4.6}
python=$(command -v python3)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv --without-pip "$tmp/venv"
export PATH="$tmp/venv/bin:$PATH"
"$python" -m pip --python "$tmp/venv" install -q --no-compile "opentelemetry-sdk${OPENTELEMETRY_SDK:+==$OPENTELEMETRY_SDK}" \
  "prometheus-client${PROMETHEUS_CLIENT:+==$PROMETHEUS_CLIENT}" "numpy${NUMPY:+==$NUMPY}"
cd "$tmp"
python3 - <<'PY'
import math
import sys
from importlib.metadata import version

import numpy as np
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from prometheus_client import CollectorRegistry, Histogram, Summary

print({name: version(name) for name in ("opentelemetry-sdk", "prometheus-client", "numpy")})
CONVENTION = [0.01 * 2**power for power in range(14)]
durations = np.random.default_rng(0).lognormal(math.log(0.4), 0.6, 10_000)


def percentile(bounds: list[float], counts: list[float], share: float) -> float:
    """As Prometheus and most dashboards do it: on a straight line inside the bucket; beyond the last, its bound."""
    reached = np.cumsum(counts)
    place = int(np.searchsorted(reached, share * reached[-1]))
    if place == len(bounds):
        return bounds[-1]
    before, below = (reached[place - 1], bounds[place - 1]) if place else (0, 0)
    return below + (bounds[place] - below) * (share * reached[-1] - before) / counts[place]


def read_back(bounds: list[float] | None) -> list[float]:
    reader = InMemoryMetricReader()
    meter = MeterProvider([reader]).get_meter("gateway")
    histogram = meter.create_histogram("duration", unit="s", explicit_bucket_boundaries_advisory=bounds)
    for seconds in durations:
        histogram.record(float(seconds))
    (point,) = reader.get_metrics_data().resource_metrics[0].scope_metrics[0].metrics[0].data.data_points
    return [round(float(percentile(list(point.explicit_bounds), list(point.bucket_counts), share)), 2) for share in (0.5, 0.99)]


def prometheus() -> tuple[list[str], float]:
    """What a Summary holds, and the P99 of answers around thirty seconds in a Histogram."""
    registry = CollectorRegistry()
    summary, histogram = Summary("a", "a", registry=registry), Histogram("b", "b", registry=registry)
    for seconds in durations:
        summary.observe(seconds)
        histogram.observe(seconds + 30)
    samples = [sample for metric in registry.collect() for sample in metric.samples]
    held = sorted({sample.name for sample in samples if sample.name.startswith("a_") and "created" not in sample.name})
    bounds = [float(sample.labels["le"]) for sample in samples if sample.name == "b_bucket"]
    reached = [sample.value for sample in samples if sample.name == "b_bucket"]
    return held, percentile(bounds[:-1], list(np.diff([0, *reached])), 0.99)


seen = {
    "exact": [round(float(np.quantile(durations, share)), 2) for share in (0.5, 0.99)],
    "default bounds": read_back(None),
    "bounds of the conventions": read_back(CONVENTION),
}
print("median and P99 in seconds:", seen, "; Prometheus:", prometheus())
recorded = [[0.4, 1.6], [2.5, 4.95], [0.43, 2.1]]
if [*seen.values()] != recorded or prometheus() != (["a_count", "a_sum"], 10.0):
    sys.exit(f"DIFFERENT from the record: {recorded}; count and sum, 10.0")
print("as recorded")
PY
