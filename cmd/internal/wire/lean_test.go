package wire

import (
	"runtime/debug"
	"testing"
)

// However many imports overlap, the last one to end leaves the collector as the first one found it.
func TestLeanness(t *testing.T) {
	usual := debug.SetGCPercent(80)
	defer debug.SetGCPercent(usual)
	now := func() int {
		percent := debug.SetGCPercent(50)
		debug.SetGCPercent(percent)
		return percent
	}
	l := &leanness{}
	first := l.begin()
	second := l.begin()
	first()
	if now() != leanGC {
		t.Errorf("%d%% while one is at work", now())
	}
	second()
	if now() != 80 {
		t.Errorf("%d%% after all", now())
	}
}
