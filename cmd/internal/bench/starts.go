package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"mentorbook/cmd/internal/onscreen"
)

// what a window is opened over.
type over int

const (
	nothing over = iota // the empty window
	small               // the sample
	large               // 2.1 million records
	busy                // 1,000 people, and a meeting with much to say
	noted               // the sample with notes of 1 MB, at the meeting that has one
	related             // the same, at the relationship that has one
)

// start is what a window showed of itself.
type start struct {
	first   float64 // ms to the first frame
	settled float64 // ms to the last change of what is shown
}

// round is one start of each.
type round [3]start

func first(s start) float64   { return s.first }
func settled(s start) float64 { return s.settled }

// starts compares a figure of two windows. All rows about starts share the rounds.
func starts(figure func(start) float64, ours, bare over) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		if err := l.startAll(ctx); err != nil {
			return nil, err
		}
		var pairs []pair
		for _, r := range l.started {
			pairs = append(pairs, pair{figure(r[ours]), figure(r[bare])})
		}
		return pairs, nil
	}
}

func (l *lab) startAll(ctx context.Context) error {
	if l.started != nil {
		return nil
	}
	// The first start of all reads fonts and programs from the disk; it counts for nobody.
	if !l.quick {
		if _, err := l.startRound(ctx, 0); err != nil {
			return err
		}
	}
	for i := range l.rounds(11) {
		r, err := l.startRound(ctx, i)
		if err != nil {
			return err
		}
		l.started = append(l.started, r)
	}
	return nil
}

// startRound starts each window once; another one goes first in each round.
func (l *lab) startRound(ctx context.Context, n int) (round, error) {
	var r round
	for i := range r {
		what := over((i + n) % len(r))
		if err := ctx.Err(); err != nil {
			return r, err
		}
		p, w, frame, err := l.startOne(ctx, what)
		if err != nil {
			return r, err
		}
		shot, err := p.Settled(w)
		p.Kill()
		if err != nil {
			return r, err
		}
		r[what] = start{first: ms(frame), settled: ms(shot.Took)}
	}
	return r, nil
}

// startOne starts a window, with more arguments, and waits for its first frame.
func (l *lab) startOne(ctx context.Context, what over, more ...string) (*onscreen.Program, *onscreen.Window, time.Duration, error) {
	d, err := l.screen()
	if err != nil {
		return nil, nil, 0, err
	}
	if err := d.ParkPointer(); err != nil {
		return nil, nil, 0, err
	}
	title, args := "Mentorbook", []string{l.empty}
	colours := 2 // the frame of our window: its sidebar beside a page; the toolkit's bare ground does not count
	if what == nothing {
		title, colours = "Empty", 1
	} else {
		path, err := l.own(ctx, what)
		if err != nil {
			return nil, nil, 0, err
		}
		args = []string{l.window, "-workspace", path, "-now", now().Format(time.RFC3339), "-lang", "en", "-theme", "light"}
	}
	p, err := d.Start(l.home, title, args[0], append(args[1:], more...)...)
	if err != nil {
		return nil, nil, 0, err
	}
	w, frame, err := p.Painted(colours)
	if err != nil {
		p.Kill()
		return nil, nil, 0, err
	}
	return p, w, frame, nil
}

// own gives the workspace of a window.
func (l *lab) own(ctx context.Context, what over) (string, error) {
	switch what {
	case large:
		return l.workspace(ctx, l.largeSample())
	case busy:
		return l.workspace(ctx, l.busySample())
	case noted, related:
		return l.notedPath(), nil
	}
	return l.workspace(ctx, smallSample())
}

func ms(d time.Duration) float64 { return float64(d) / 1e6 }

// size compares the programs' files.
func size(_ context.Context, l *lab) ([]pair, error) {
	var sizes [2]float64
	for i, path := range []string{l.window, l.empty} {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if info.Size() == 0 {
			return nil, errors.New(filepath.Base(path) + " is empty")
		}
		sizes[i] = float64(info.Size()) / 1e6
	}
	return []pair{{sizes[0], sizes[1]}}, nil
}
