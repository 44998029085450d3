// Package tray puts an icon with a menu into the system's tray, where the system has one that is known to work: on
// the desktops that speak D-Bus, by the StatusNotifierItem protocol.
//
// The toolkit has a tray of its own, but that can only be started before the first frame, opens a second window for
// it, and ends the program by a fault where there is no bus.
package tray

// Item is a line of the menu.
type Item struct {
	Text string // "" hides it
	Do   func()
	Line bool // nothing but a line between groups; it always shows
}

// Config says what the icon is.
type Config struct {
	Name string       // of the program
	Icon []byte       // a PNG
	Open func()       // what a click on the icon does
	On   func(func()) // calls something on the goroutine that Open and the items are for
	Log  func(error)
}
