// Package shelltest lets tests of screens use the window as a person does: keys go the way the desktop driver
// sends them, buttons are found by what is written on them, timers run when the test moves the clock, and
// work beside the window comes back when the test asks for it. Only tests import it.
package shelltest
