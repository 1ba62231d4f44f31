package web

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// PoolStat is the state of a database pool; *pgxpool.Stat is one.
type PoolStat interface {
	AcquiredConns() int32
	IdleConns() int32
	TotalConns() int32
	MaxConns() int32
	EmptyAcquireCount() int64
	EmptyAcquireWaitTime() time.Duration
}

type poolCollector struct{ stat func() PoolStat }

var (
	poolConns = prometheus.NewDesc("database_connections", "Connections of the pool.", []string{"state"}, nil)
	poolMax   = prometheus.NewDesc("database_connections_max", "The most connections the pool opens.", nil, nil)
	poolWaits = prometheus.NewDesc("database_waits_total", "Times that no connection was free.", nil, nil)
	poolWait  = prometheus.NewDesc("database_wait_seconds_total", "Time spent waiting for a free connection.", nil, nil)
)

// Describe is part of prometheus.Collector.
func (c poolCollector) Describe(to chan<- *prometheus.Desc) { prometheus.DescribeByCollect(c, to) }

// Collect is part of prometheus.Collector.
func (c poolCollector) Collect(to chan<- prometheus.Metric) {
	s := c.stat()
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	count := func(d *prometheus.Desc, v float64) {
		to <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, v)
	}
	gauge(poolConns, float64(s.AcquiredConns()), "busy")
	gauge(poolConns, float64(s.IdleConns()), "idle")
	gauge(poolConns, float64(s.TotalConns()-s.AcquiredConns()-s.IdleConns()), "opening")
	gauge(poolMax, float64(s.MaxConns()))
	count(poolWaits, float64(s.EmptyAcquireCount()))
	count(poolWait, s.EmptyAcquireWaitTime().Seconds())
}
