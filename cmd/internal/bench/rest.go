package main

import (
	"context"
	"time"

	"mentorbook/cmd/internal/onscreen"
)

// rested is what a window that nobody touched for a while has used.
type rested struct {
	processor float64 // ms in that while
	memory    float64 // MB at its end
}

func processor(r rested) float64 { return r.processor }
func memory(r rested) float64    { return r.memory }

// atRest compares a figure of two windows that rest, each alone on the display. The rows about that share the
// rounds.
func atRest(figure func(rested) float64, ours, bare over) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		for len(l.rested) < l.rounds(3) {
			var round [3]rested
			for what := range round {
				r, err := l.rest(ctx, over(what), nil)
				if err != nil {
					return nil, err
				}
				round[what] = r
			}
			l.rested = append(l.rested, round)
		}
		var pairs []pair
		for _, r := range l.rested {
			pairs = append(pairs, pair{figure(r[ours]), figure(r[bare])})
		}
		return pairs, nil
	}
}

// minimised compares what the sample's window and an empty one cost that nobody sees.
func minimised(ctx context.Context, l *lab) ([]pair, error) {
	var pairs []pair
	for range l.rounds(3) {
		var round [2]rested
		for i, what := range []over{small, nothing} {
			r, err := l.rest(ctx, what, func(w *onscreen.Window) error { return w.Minimise() })
			if err != nil {
				return nil, err
			}
			round[i] = r
		}
		pairs = append(pairs, pair{processor(round[0]), processor(round[1])})
	}
	return pairs, nil
}

// rest starts a window, lets it settle, does something with it where that is wanted, and leaves it alone for a while.
func (l *lab) rest(ctx context.Context, what over, first func(*onscreen.Window) error) (rested, error) {
	while := 20 * time.Second
	if l.quick {
		while = 200 * time.Millisecond
	}
	p, w, _, err := l.startOne(ctx, what)
	if err != nil {
		return rested{}, err
	}
	defer p.Kill()
	if _, err := p.Settled(w); err != nil {
		return rested{}, err
	}
	if first != nil {
		if err := first(w); err != nil {
			return rested{}, err
		}
	}
	before, _, err := p.CPU()
	if err != nil {
		return rested{}, err
	}
	select {
	case <-time.After(while):
	case <-ctx.Done():
		return rested{}, ctx.Err()
	}
	after, _, err := p.CPU()
	if err != nil {
		return rested{}, err
	}
	bytes, err := p.Memory()
	return rested{processor: ms(after - before), memory: float64(bytes) / 1e6}, err
}
