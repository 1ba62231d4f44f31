package inbox

import "github.com/prometheus/client_golang/prometheus"

// figures are what became of pushes since this server was started.
type figures struct {
	pushes  *prometheus.CounterVec
	seconds *prometheus.HistogramVec
}

func newFigures() figures {
	return figures{
		pushes: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "inbox_deliveries_total",
			Help: "Messages to devices that are over, by what became of them."}, []string{"urgency", "state"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "inbox_delivery_seconds",
			Help:    "Time from a message to the push service that accepted it.",
			Buckets: []float64{.05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300, 3600}}, []string{"urgency"}),
	}
}

// count counts a delivery that is over.
func (f *figures) count(r result) {
	f.pushes.WithLabelValues(r.urgency, r.state).Inc()
	if r.state == sent {
		f.seconds.WithLabelValues(r.urgency).Observe(r.at.Sub(r.written).Seconds())
	}
}

// Metrics are what /metrics tells of deliveries.
func (s *Service) Metrics() []prometheus.Collector {
	return []prometheus.Collector{s.figures.pushes, s.figures.seconds}
}
