package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"mentorbook/core/locale"
)

// minutesFlag is a flag with a length: a figure of minutes, or a length as it is typed in the window, such as "1.5 h". It counts as
// one with a figure: its bounds are those of its command.
type minutesFlag struct{ n *int }

// minutesVar makes the flag of a command for how long something takes.
func minutesVar(c *cobra.Command, n *int) { c.Flags().Var(minutesFlag{n}, "minutes", "") }

// String gives the minutes.
func (f minutesFlag) String() string {
	if f.n == nil {
		return "0"
	}
	return strconv.Itoa(*f.n)
}

// Set reads what was given.
func (f minutesFlag) Set(text string) (err error) {
	n, ok := locale.Minutes(text)
	if !ok {
		n, err = strconv.Atoi(text)
	}
	*f.n = n
	return err
}

// Type tells that it has a figure.
func (minutesFlag) Type() string { return "int" }
