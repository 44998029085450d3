// Package notice shows messages of the desktop's own, where it has such that are known to work: on the desktops that speak D-Bus,
// by the Desktop Notifications Specification 1.2.
//
// The toolkit shows such messages too, but without the program's name and without a button, and it hands the desktop a text that may
// be taken for markup: a title from another's calendar could then show a picture or a link.
package notice

// Notice is one message.
type Notice struct {
	Title, Body string // plain text
	Buttons     []Button
}

// Button is what can be done from the message. A click on the message does what the first one does.
type Button struct {
	Text string
	Do   func()
}

// Config says whose messages they are.
type Config struct {
	Name string       // of the program
	ID   string       // its desktop entry's name, without the ending
	Icon []byte       // a PNG
	On   func(func()) // calls something on the goroutine that the buttons are for
	Log  func(error)
}
