package main

import (
	"context"
	"time"

	"mentorbook/cmd/internal/onscreen"
)

// answers are, for each chord, the times that the window took to answer it.
type answers map[string][]float64

// letters are typed one after another.
func letters() []string { return []string{"a", "m", "i", "n"} }

// places are the chords that lead to the screens with a row of their own.
func places() []string {
	return []string{"ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+7", "ctrl+comma"}
}

const (
	home  = "ctrl+1" // where each way to a place begins
	typed = "a letter"
)

// opens compares the time until a screen of the large workspace is whole with that of a list in an empty window.
func opens(chord string) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		if err := l.handle(ctx); err != nil {
			return nil, err
		}
		return paired(l.ours[chord], l.bare["F2"]), nil
	}
}

// types compares the time until a letter is to be seen.
func types(ctx context.Context, l *lab) ([]pair, error) {
	if err := l.handle(ctx); err != nil {
		return nil, err
	}
	return paired(l.ours[typed], l.bare[typed]), nil
}

func paired(ours, bare []float64) []pair {
	var pairs []pair
	for i := range min(len(ours), len(bare)) {
		pairs = append(pairs, pair{ours[i], bare[i]})
	}
	return pairs
}

// handle uses both windows by keys, once for all rows, one window after the other in each round.
func (l *lab) handle(ctx context.Context) error {
	if l.ours != nil {
		return nil
	}
	ours, bare := answers{}, answers{}
	for range l.rounds(5) {
		if err := l.use(ctx, large, ours, nil); err != nil {
			return err
		}
		for _, show := range []string{"list", "entry"} {
			if err := l.use(ctx, nothing, bare, []string{"-show", show}); err != nil {
				return err
			}
		}
	}
	l.ours, l.bare = ours, bare
	return nil
}

// use starts a window and goes through everything that is measured there.
func (l *lab) use(ctx context.Context, what over, into answers, args []string) error {
	p, w, _, err := l.startOne(ctx, what, args...)
	if err != nil {
		return err
	}
	defer p.Kill()
	if _, err := p.Settled(w); err != nil {
		return err
	}
	h := hand{p, w, into}
	switch {
	case what == nothing && args[1] == "entry":
		return h.types()
	case what == nothing:
		return h.goes("F3", "F2")
	}
	for _, chord := range places() {
		if err := h.goes(home, chord); err != nil {
			return err
		}
	}
	if _, err := p.Answer(w, "ctrl+k"); err != nil {
		return err
	}
	return h.types()
}

// hand presses keys and notes how long the answers take.
type hand struct {
	p    *onscreen.Program
	w    *onscreen.Window
	into answers
}

// goes goes somewhere and back, and notes the way there to its last change.
func (h hand) goes(back, chord string) error {
	took, err := h.p.Answer(h.w, chord)
	if err != nil {
		return err
	}
	h.into[chord] = append(h.into[chord], ms(took))
	_, err = h.p.Answer(h.w, back)
	return err
}

// types notes how long each letter takes to be seen.
func (h hand) types() error {
	for _, letter := range letters() {
		took, err := h.p.Echo(h.w, letter)
		if err != nil {
			return err
		}
		h.into[typed] = append(h.into[typed], ms(took))
		time.Sleep(100 * time.Millisecond) // as a fast typist's
	}
	return nil
}
