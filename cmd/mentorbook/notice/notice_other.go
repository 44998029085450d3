//go:build !(linux || freebsd || openbsd || netbsd)

package notice

// Desk is where messages are shown.
type Desk struct{}

// New gives nil: this system's messages are not known here.
func New(Config) *Desk { return nil }

// Show does nothing.
func (*Desk) Show(Notice) (end func()) { return func() {} }
