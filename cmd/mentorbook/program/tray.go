package program

import (
	"mentorbook/core"
	"mentorbook/storage/machine"
)

// Tray is the program's icon in the system's tray. Its methods may be called from any goroutine, and wait for the
// system.
type Tray interface {
	Ready() bool // whether there is a tray that shows icons now
	Hide()
}

// Tray implements ui.Host.
func (p *Program) Tray() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cfg.Settings.Tray
}

// SetTray implements ui.Host.
func (p *Program) SetTray(on bool, done func(error)) {
	p.beside(func() {
		var err error
		switch {
		case !on:
			p.cfg.Tray.Hide()
		case !p.cfg.Tray.Ready():
			err = core.Fail(core.CodeNoTray)
		}
		p.cfg.Dispatch(func() {
			if err == nil {
				p.remember(func(s *machine.Settings) { s.Tray = on })
			}
			done(err)
		})
	})
}

// Raise implements ui.Host.
func (p *Program) Raise() { p.raise() }

// Leave is what closing the window does: where the program is to stay in the tray, and there is one that shows icons,
// the window goes and the rest stays. It never goes where nobody could bring it back.
func (p *Program) Leave() {
	if p.window == nil || !p.Tray() || p.cfg.Tray == nil {
		p.Quit()
		return
	}
	p.beside(func() {
		ready := p.cfg.Tray.Ready()
		p.cfg.Dispatch(func() {
			if !ready {
				p.Quit()
				return
			}
			p.Resized()
			p.cfg.Window.Hide()
		})
	})
}
