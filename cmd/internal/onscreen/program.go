package onscreen

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Program is a program that was started and has, or will have, a window.
type Program struct {
	Started time.Time

	d      *Display
	title  string
	cmd    *exec.Cmd
	ended  chan error
	stderr said
}

// Home is a folder that a program takes for the user's home, so that nobody's own settings are read or written.
type Home string

// Still tells the toolkit, by its settings below a home, that nothing may move by itself: no caret blinks.
func (h Home) Still() error {
	dir := filepath.Join(string(h), ".config", "fyne")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "settings.json"), []byte(`{"no_animations": true}`), 0o600)
}

// env is the environment of a program with this home: always the same, whoever starts it.
func (h Home) env() []string {
	home := string(h)
	return []string{
		"HOME=" + home, "XDG_CONFIG_HOME=" + filepath.Join(home, ".config"), "XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "XDG_RUNTIME_DIR=" + home, "PATH=" + os.Getenv("PATH"), "TZ=UTC", "LANG=en_GB.UTF-8",
		"DISPLAY=" + os.Getenv("DISPLAY"), "LIBGL_ALWAYS_SOFTWARE=1",
	}
}

// Start starts a program whose window has a title.
func (d *Display) Start(home Home, title, path string, args ...string) (*Program, error) {
	p := &Program{d: d, title: title, cmd: exec.Command(path, args...), ended: make(chan error, 1)}
	p.cmd.Env, p.cmd.Stderr = home.env(), &p.stderr
	p.Started = time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { p.ended <- p.cmd.Wait() }()
	return p, nil
}

// said is what a program has written so far: it may be read while the program goes on.
type said struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// Kill ends the program at once and waits until it has gone.
func (p *Program) Kill() {
	_ = p.cmd.Process.Kill() // it may have ended by itself
	err := <-p.ended
	p.ended <- err
}

// Terminate asks the program to end, as a system does that is shut down, waits until it has, and gives what it wrote on
// stderr. An error says how it ended where that was not well.
func (p *Program) Terminate() (said string, err error) {
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return "", err
	}
	select {
	case err = <-p.ended:
		p.ended <- err
		return p.stderr.String(), err
	case <-time.After(time.Minute):
		return "", errors.New("it has not ended within a minute")
	}
}

// Complaints gives what the program has written on stderr.
func (p *Program) Complaints() string { return p.stderr.String() }

// Until looks again and again, every so often, until something is so, and gives up after a minute or when
// the program ends.
func (p *Program) Until(what string, every time.Duration, ready func() (bool, error)) error {
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		ok, err := ready()
		if ok || err != nil {
			return err
		}
		select {
		case err := <-p.ended:
			p.ended <- err
			return fmt.Errorf("%s ended before %s (%w): %s", filepath.Base(p.cmd.Path), what, errors.Join(err), p.stderr.String())
		case <-time.After(every):
		}
	}
	return fmt.Errorf("%s did not come to %s in time: %s", filepath.Base(p.cmd.Path), what, p.stderr.String())
}

// Painted waits until the program's window shows something, of at least so many colours across its middle, and
// gives it with the time that passed since the start.
func (p *Program) Painted(colours int) (w *Window, took time.Duration, err error) {
	err = p.Until("a painted window", time.Millisecond, func() (bool, error) {
		if w == nil {
			if w, err = p.d.Find(p.title, p.cmd.Process.Pid); w == nil {
				return false, err
			}
		}
		n, err := w.Colours()
		took = time.Since(p.Started)
		if gone(err) {
			w, n, err = nil, 0, nil
		}
		return n >= colours, err
	})
	return w, took, err
}

// still is for how long nothing may change before a window counts as settled.
const still = 400 * time.Millisecond

// Settled waits until the window shows what it is going to show: its picture stays the same while the program
// does next to nothing. It gives the picture, and the time from the start to its last change.
func (p *Program) Settled(w *Window) (*Shot, error) { return p.SettledFor(w, still) }

// SettledFor is Settled with another time for which nothing may change: a short one is enough before a step whose
// outcome is looked for anyway.
func (p *Program) SettledFor(w *Window, still time.Duration) (*Shot, error) {
	last := &Shot{Took: time.Since(p.Started)}
	var since time.Time
	var cpu time.Duration
	var why unrest
	err := p.Until("rest", 20*time.Millisecond, func() (bool, error) {
		now := time.Now()
		img, err := w.Picture()
		if gone(err) { // its size changed between two questions, or a part of it is outside of the screen
			why.hidden++
			return false, nil
		}
		if err != nil {
			return false, err
		}
		used, running, err := p.CPU()
		if err != nil {
			return false, err
		}
		switch {
		case last.Image == nil:
			last.Image, since, cpu = img, now, used
		case !bytes.Equal(last.Image.Pix, img.Pix):
			why.painted++
			last = &Shot{Image: img, Took: now.Sub(p.Started)}
			since, cpu = now, used
		case running || used-cpu > still/10:
			why.busy++
			since, cpu = now, used
		}
		why.looks++
		return now.Sub(since) >= still, nil
	})
	if err != nil {
		return last, p.restless(why, err)
	}
	return last, nil
}

// unrest counts what kept a window from coming to rest.
type unrest struct{ looks, hidden, painted, busy int }

// restless adds to an error why a program did not come to rest, and what each of its goroutines is at: it ends it.
func (p *Program) restless(why unrest, err error) error {
	used, _, gone := p.CPU()
	if gone != nil || p.cmd.Process.Signal(syscall.SIGQUIT) != nil {
		return err
	}
	select {
	case ended := <-p.ended:
		p.ended <- ended
	case <-time.After(10 * time.Second):
	}
	return fmt.Errorf("%w\nof %d looks %d saw another picture, %d saw it at work, %d could not see it; %v of the processor used since its start; then\n%s",
		err, why.looks+why.hidden, why.painted, why.busy, why.hidden, used, p.stderr.String())
}

// CPU gives the processor time that the program has used, in steps of 10 ms, and whether it is at work or waits
// for the disk this moment.
func (p *Program) CPU() (used time.Duration, running bool, err error) {
	stats, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0, false, err
	}
	for _, path := range stats {
		if fields, err := statFields(path); err == nil { // a thread may have ended meanwhile
			running = running || fields[0] == "R" || fields[0] == "D"
		}
	}
	fields, err := statFields(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		return 0, false, err
	}
	const user, system, tick = 11, 12, 10 * time.Millisecond
	for _, n := range []int{user, system} {
		ticks, err := strconv.ParseInt(fields[n], 10, 64)
		if err != nil {
			return 0, false, err
		}
		used += time.Duration(ticks) * tick
	}
	return used, running, nil
}

// statFields gives the fields of proc(5)'s stat from the third on: the second, a name, may hold spaces.
func statFields(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(string(data[bytes.LastIndexByte(data, ')')+1:]))
	if len(fields) < 13 {
		return nil, fmt.Errorf("%s has %d fields", path, len(fields))
	}
	return fields, nil
}

// Memory gives the bytes that the program holds in memory (VmRSS in proc(5)).
func (p *Program) Memory() (int64, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")), 10, 64)
			return n * 1024, err
		}
	}
	return 0, errors.New("no VmRSS")
}

// Echo presses a chord, and gives the time from then to the first change of what the window shows.
func (p *Program) Echo(w *Window, chord string) (time.Duration, error) {
	before, err := w.Picture()
	if err != nil {
		return 0, err
	}
	pressed := time.Now()
	if err := p.d.Press(chord); err != nil {
		return 0, err
	}
	var took time.Duration
	err = p.Until("an answer to "+chord, time.Millisecond, func() (bool, error) {
		img, err := w.Picture()
		if err != nil {
			return false, err
		}
		took = time.Since(pressed)
		return !bytes.Equal(img.Pix, before.Pix), nil
	})
	return took, err
}

// Answer presses a chord, and gives the time from then to the last change of what the window shows.
func (p *Program) Answer(w *Window, chord string) (time.Duration, error) {
	pressed := time.Now()
	first, err := p.Echo(w, chord)
	if err != nil {
		return 0, err
	}
	shot, err := p.Settled(w)
	if err != nil {
		return 0, fmt.Errorf("after %s: %w", chord, err)
	}
	return max(first, p.Started.Add(shot.Took).Sub(pressed)), nil
}

// Press presses a chord and waits until the window has come to rest, whether it answers or not.
func (p *Program) Press(w *Window, chord string) error {
	if err := p.d.Press(chord); err != nil {
		return err
	}
	_, err := p.Settled(w)
	return err
}
