// Command screens takes the pictures of the real window that stand in docs/screens: each screen of its table, in
// both themes and both languages, over a fresh sample workspace at a fixed time. The same build gives the same
// pictures. It needs a display larger than the window, and nothing else on it.
//
//	screens -window build/mentorbook -ctl build/mentorctl -o docs/screens [-only NAME]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mentorbook/cmd/internal/onscreen"
)

// now is the time of every picture: a Monday, 13:20 in Berlin, where the sample's mentor is.
const now = "2026-11-23T12:20:00Z"

func main() {
	s := studio{}
	flag.StringVar(&s.window, "window", "build/mentorbook", "the window to take pictures of")
	flag.StringVar(&s.ctl, "ctl", "build/mentorctl", "the command line of the same build")
	flag.StringVar(&s.out, "o", "docs/screens", "the folder to write to")
	only := flag.String("only", "", "take only pictures whose names begin so")
	flag.Parse()
	if err := s.run(*only); err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
		os.Exit(1)
	}
}

// studio takes pictures.
type studio struct {
	window, ctl, out string

	display *onscreen.Display
	folder  string // of the workspaces
	taken   map[string]string
}

// run takes every picture whose name begins with only.
func (s *studio) run(only string) (err error) {
	if s.display, err = onscreen.OpenDisplay(); err != nil {
		return err
	}
	defer s.display.Close()
	// Settings shows where the file lies: always in the same place.
	s.folder = filepath.Join(os.TempDir(), "mentorbook-pictures")
	if err := os.Mkdir(s.folder, 0o700); os.IsExist(err) {
		return fmt.Errorf("%s is there: another run is taking pictures, or one was killed; remove the folder then", s.folder)
	} else if err != nil {
		return err
	}
	defer os.RemoveAll(s.folder)
	if err := onscreen.Home(s.folder).Still(); err != nil {
		return err
	}
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return err
	}
	s.taken = map[string]string{}
	for _, screen := range screens() {
		if !strings.HasPrefix(screen.name, only) {
			continue
		}
		for _, lang := range []string{"en", "ru"} {
			for _, theme := range []string{"light", "dark"} {
				if err := s.take(screen, theme, lang); err != nil {
					return fmt.Errorf("%s-%s-%s: %w", screen.name, theme, lang, err)
				}
			}
		}
	}
	return nil
}

// take makes one picture: a new window each time, so that none shows what another left.
func (s *studio) take(screen screen, theme, lang string) error {
	home, place, err := s.place(screen, lang)
	if err != nil {
		return err
	}
	if err := s.display.ParkPointer(); err != nil {
		return err
	}
	args := append([]string{"-now", now, "-theme", theme, "-lang", lang}, place...)
	p, err := s.display.Start(home, "Mentorbook", s.window, args...)
	if err != nil {
		return err
	}
	defer p.Kill()
	w, _, err := p.Painted(1)
	if err != nil {
		return err
	}
	shot, err := p.Settled(w)
	if err != nil {
		return err
	}
	for _, keys := range screen.keys {
		if err := s.display.Press(keys); err != nil {
			return err
		}
		if shot, err = p.Settled(w); err != nil {
			return err
		}
	}
	return s.keep(fmt.Sprintf("%s-%s-%s.png", screen.name, theme, lang), shot)
}

// keep writes a picture. Two alike mean that a screen of the table leads nowhere.
func (s *studio) keep(name string, shot *onscreen.Shot) error {
	if twin := s.taken[string(shot.Image.Pix)]; twin != "" {
		return fmt.Errorf("shows what %s shows", twin)
	}
	s.taken[string(shot.Image.Pix)] = name
	path := filepath.Join(s.out, name)
	if err := write(path, shot.Image); err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	fmt.Printf("%7d bytes  %s\n", info.Size(), path)
	return nil
}
