package wire

import (
	"runtime/debug"
	"testing"
)

// However many imports overlap, the last one to end leaves the collector as the first one found it.
func TestLeanness(t *testing.T) {
	usual, limit := debug.SetGCPercent(80), debug.SetMemoryLimit(-1)
	defer debug.SetGCPercent(usual)
	now := func() int {
		percent := debug.SetGCPercent(50)
		debug.SetGCPercent(percent)
		return percent
	}
	l := &leanness{}
	first := l.begin(1 << 20)
	second := l.begin(1 << 20)
	first()
	if debug.SetMemoryLimit(-1) == limit {
		t.Error("no limit while one is at work")
	}
	if now() != leanGC {
		t.Errorf("%d%% while one is at work", now())
	}
	second()
	if now() != 80 {
		t.Errorf("%d%% after all", now())
	}
	if got := debug.SetMemoryLimit(-1); got != limit {
		t.Errorf("a limit of %d after all", got)
	}
}
