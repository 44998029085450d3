package shell_test

import (
	"cmp"
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/shell"
)

// Enter right after a name waits for what is found by that very name, and opens the first of it; it opens nothing where
// somebody types on, goes down the list or closes the palette meanwhile. A command that is called just so answers at once; any
// other waits for whoever is called so.
func TestEnterWaitsForWhatIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		typed        string
		then         []string // pressed while the search goes on
		more         string   // typed after that
		opened, does string
		atOnce       bool // it is done before the search has ended
	}{
		"waits":        {typed: "amina yus", opened: "amina yus"},
		"typed on":     {typed: "amina", more: " yus"},
		"moved":        {typed: "amina", then: []string{"Down"}},
		"closed":       {typed: "amina", then: []string{"Escape"}},
		"once more":    {typed: "amina", then: []string{"Enter"}, opened: "amina"},
		"nothing is":   {typed: "nobody"},
		"a command":    {typed: "meet", does: "new meeting"},
		"the end":      {typed: "qu", opened: "qu"},
		"with a space": {typed: "meet ", does: "new meeting"},
		"its name":     {typed: "meeting", does: "new meeting", atOnce: true},
		"a person":     {typed: "me", opened: "me"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, fyne.NewSize(1280, 800))
			w.Shell.Commands.Add(shell.Command{ID: "quit", Title: "Quit", Leaves: true, Run: func() { t.Error("the program has ended") }})
			hold, opened := make(chan bool), ""
			w.find = func(ctx context.Context, q string) (shell.Hits, error) {
				select {
				case <-hold:
				case <-ctx.Done():
					return shell.Hits{}, ctx.Err()
				}
				if q == "nobody" {
					return shell.Hits{}, nil
				}
				return shell.Hits{List: []shell.Hit{{Title: "First", Exact: q == "qu" || q == "me", Open: func() { opened = q }}, {Title: "Second", Open: func() { opened = "second" }}}}, nil
			}
			w.Press("Ctrl+K")
			w.Type(c.typed)
			w.Press("Enter")
			did := w.done()
			if (did != "") != c.atOnce || opened != "" {
				t.Fatalf("does %q and opens %q before anything is found", did, opened)
			}
			w.Press(c.then...)
			if c.more != "" {
				w.Type(c.more)
			}
			close(hold)
			w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
			if did = cmp.Or(did, w.done()); opened != c.opened || did != c.does {
				t.Errorf("opens %q and does %q", opened, did)
			}
			if c.opened != "" && w.Canvas().Overlays().Top() != nil {
				t.Error("the palette stays")
			}
		})
	}
}

// Who has gone down the list stays on the line that they went to when the search answers: what it found stands before that line,
// too. Who types on begins at the first line again.
func TestAnAnswerTakesNobodyFromTheirLine(t *testing.T) {
	for _, more := range []bool{false, true} {
		w := newWorld(t, fyne.NewSize(1280, 800))
		hold, opened := make(chan bool), ""
		w.Shell.Commands.Add(shell.Command{ID: "meet.again", Title: "Meet again", Run: func() { opened = "again" }})
		w.find = func(ctx context.Context, _ string) (shell.Hits, error) {
			select {
			case <-hold:
			case <-ctx.Done():
				return shell.Hits{}, ctx.Err()
			}
			return shell.Hits{List: []shell.Hit{
				{Title: "Mee", Exact: true, Open: func() { opened = "the first found" }}, {Title: "Meeting with Nora", Open: func() { opened = "found" }},
			}}, nil
		}
		w.Press("Ctrl+K")
		w.Type("mee")
		w.Press("Down")
		if more {
			w.Type("t")
		}
		close(hold)
		w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
		w.Press("Enter")
		if stayed := opened == "again" || w.done() == "new meeting"; stayed == more {
			t.Errorf("typed on: %v, and opens %q", more, opened)
		}
	}
}
