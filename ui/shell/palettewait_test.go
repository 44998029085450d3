package shell_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/shell"
)

// Enter right after a name waits for what is found by that very name, and opens the first of it; it opens nothing where
// somebody types on, goes down the list or closes the palette meanwhile. A command answers at once, but one that ends the program
// waits for whoever is called just so.
func TestEnterWaitsForWhatIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		typed        string
		then         []string // pressed while the search goes on
		more         string   // typed after that
		opened, does string
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
				return shell.Hits{List: []shell.Hit{{Title: "First", Exact: q == "qu", Open: func() { opened = q }}, {Title: "Second", Open: func() { opened = "second" }}}}, nil
			}
			w.Press("Ctrl+K")
			w.Type(c.typed)
			w.Press("Enter")
			if got := w.done(); got != c.does || opened != "" {
				t.Fatalf("does %q and opens %q before anything is found", got, opened)
			}
			w.Press(c.then...)
			if c.more != "" {
				w.Type(c.more)
			}
			close(hold)
			w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
			if opened != c.opened {
				t.Errorf("opens %q", opened)
			}
			if c.opened != "" && w.Canvas().Overlays().Top() != nil {
				t.Error("the palette stays")
			}
		})
	}
}
