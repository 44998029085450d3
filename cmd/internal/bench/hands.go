package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"mentorbook/cmd/internal/onscreen"
)

// answers are, for each chord, the times that the window took to answer it.
type answers map[string][]float64

// letters are typed one after another.
func letters() []string { return []string{"a", "m", "i", "n"} }

// way is a way to a screen: keys that lead near it, and the chord whose answer is timed, or the typing there.
type way struct {
	name   string
	before []string
	chord  string // "" where letters are timed in place of it
}

// ways lists the screens with a row of their own, over the large workspace, over that of a busy meeting and over that
// with notes of 1 MB.
func ways(of over) []way {
	const back = "alt+Left" // to what the window began with
	switch of {
	case noted:
		return []way{{"noted", []string{home}, back}, {"note", []string{home, back, "alt+3"}, ""}}
	case related:
		return []way{{"notes", []string{home}, back}, {"relationship", []string{home, back, "alt+1", home}, back}}
	case busy:
		return append([]way{
			{"meeting", []string{home}, back},
			{"agenda", []string{home, back, "ctrl+i"}, ""},
			{"capture", []string{home, "ctrl+shift+n"}, ""},
			{"filter", []string{"Escape", "ctrl+2", "ctrl+f"}, ""},
		}, screens(thousand)...)
	}
	return screens("")
}

// screens lists the ways to those that read the whole workspace, their names after the given words.
func screens(of string) []way {
	return []way{
		{of + "today", []string{"Escape", "ctrl+2"}, home},
		{of + "people", []string{home}, "ctrl+2"},
		{of + "week", []string{home}, "ctrl+3"},
		{of + "next week", []string{home, "ctrl+3"}, "Page_Down"},
		{of + "month", []string{home, "ctrl+3"}, "alt+3"},
		{of + "agenda list", []string{home, "ctrl+3"}, "alt+4"},
		{of + "year", []string{home, "ctrl+3"}, "alt+5"},
		{of + "plans", []string{home}, "ctrl+4"},
		{of + "checklists", []string{home}, "ctrl+5"},
		{of + "reports", []string{home}, "ctrl+6"},
		{of + "settings", []string{home}, "ctrl+comma"},
		{of + typed, []string{home, "ctrl+k"}, ""},
	}
}

// thousand names the ways over 1,000 people who meet every month, and so have 1,000 meetings in it.
const thousand = "1,000: "

const (
	home  = "ctrl+1"
	typed = "a letter" // into the palette, or into the toolkit's entry
)

// opens compares the time until a screen is whole with that of something of the toolkit's in an empty window.
func opens(name string, beside yard) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		ours, bare, err := l.handle(ctx, name)
		return paired(ours[name], bare[string(beside)]), err
	}
}

// yard is what an empty window opens on a key.
type yard string

const (
	aList  yard = "list"  // of 1,000 rows
	aField yard = "field" // an empty entry of several lines
)

// types compares the time until a letter is to be seen with that in an entry of the toolkit's.
func types(name string) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		ours, bare, err := l.handle(ctx, name)
		return paired(ours[name], bare[typed]), err
	}
}

func paired(ours, bare []float64) []pair {
	var pairs []pair
	for i := range min(len(ours), len(bare)) {
		pairs = append(pairs, pair{ours[i], bare[i]})
	}
	return pairs
}

// handled are the answers to keys over one workspace, and those of the toolkit's between them.
type handled struct{ ours, bare answers }

// handle uses the windows by keys, once for all rows over the same workspace, one window after the other in each round.
func (l *lab) handle(ctx context.Context, name string) (ours, bare answers, err error) {
	of, err := overOf(name)
	if err != nil {
		return nil, nil, err
	}
	if h, done := l.keyed[of]; done {
		return h.ours, h.bare, nil
	}
	args, err := l.begin(ctx, of)
	if err != nil {
		return nil, nil, err
	}
	ours, bare = answers{}, answers{}
	for range l.rounds(5) {
		if err := l.use(ctx, of, ours, args...); err != nil {
			return nil, nil, err
		}
		for _, show := range []string{string(aList), string(aField), "entry"} {
			if err := l.use(ctx, nothing, bare, "-show", show); err != nil {
				return nil, nil, err
			}
		}
	}
	l.keyed[of] = handled{ours, bare}
	return ours, bare, nil
}

// overOf gives what a way leads over.
func overOf(name string) (over, error) {
	for _, of := range []over{large, busy, noted, related} {
		if slices.ContainsFunc(ways(of), func(w way) bool { return w.name == name }) {
			return of, nil
		}
	}
	return nothing, fmt.Errorf("no way is called %q", name)
}

// begin makes what a window is used over, and gives the words of its command line that say what it begins with.
func (l *lab) begin(ctx context.Context, of over) ([]string, error) {
	switch of {
	case busy:
		meeting, err := l.busyMeeting(ctx)
		return []string{"-open", "meeting/" + meeting.String()}, err
	case noted, related:
		talk, relationship, err := l.longNotes(ctx)
		if of == noted {
			return []string{"-open", "meeting/" + talk.String()}, err
		}
		return []string{"-open", "relationship/" + relationship.String() + "/notes"}, err
	}
	return nil, nil
}

// use starts a window and goes through everything that is measured there.
func (l *lab) use(ctx context.Context, what over, into answers, args ...string) error {
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
		return h.types(typed)
	case what == nothing:
		return h.goes(args[1], "F2")
	}
	for _, v := range ways(what) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := h.takes(v); err != nil {
			return fmt.Errorf("%s: %w", v.name, err)
		}
	}
	return nil
}

// hand presses keys and notes how long the answers take.
type hand struct {
	p    *onscreen.Program
	w    *onscreen.Window
	into answers
}

func (h hand) takes(v way) error {
	for _, chord := range v.before {
		if err := h.p.Press(h.w, chord); err != nil {
			return err
		}
	}
	if v.chord == "" {
		return h.types(v.name)
	}
	return h.goes(v.name, v.chord)
}

// goes goes somewhere, and notes the way there to its last change.
func (h hand) goes(name, chord string) error {
	took, err := h.p.Answer(h.w, chord)
	h.into[name] = append(h.into[name], ms(took))
	return err
}

// types notes how long each letter takes to be seen.
func (h hand) types(name string) error {
	for _, letter := range letters() {
		took, err := h.p.Echo(h.w, letter)
		if err != nil {
			return err
		}
		h.into[name] = append(h.into[name], ms(took))
		time.Sleep(100 * time.Millisecond) // as a fast typist's
	}
	return nil
}
