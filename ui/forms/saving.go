package forms

import (
	"context"

	"mentorbook/core/planner"
	"mentorbook/ui/shell"
)

// Saving is what a dialog does when it is confirmed: one use-case beside the window. The dialog closes when that
// is done, with a message that offers to take it back; what is wrong stands under the fields, and the dialog stays.
type Saving struct {
	Open  *shell.Open
	Form  *Form
	Title planner.Title   // names the step where somebody else has left another in between
	Also  []planner.Title // what else the step may be called, by what came of it
	Do    func(ctx context.Context) error
	Wrong func(err error) error // gives what went wrong as the form can show it; nil where it can as it is
	Then  func()                // after the dialog has gone; nil for nothing
}

// Saver starts a Saving. The window hands it to its features.
type Saver func(Saving)
