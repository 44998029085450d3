package ical

// clock works out hourly, minutely and secondly rules: day by day, and within a day that fits in steps of the
// interval.
func (x *expansion) clock() bool {
	unit := int64(3600)
	switch x.freq {
	case minutely:
		unit = 60
	case secondly:
		unit = 1
	}
	base := floorDiv(int64(x.first), unit)
	d := x.first.day()
	if x.left < 0 && x.from > x.first {
		d = x.from.day()
	}
	for ; wall(d*day) < x.to; d++ {
		if !x.collect(d, d+1) {
			return false
		}
		if len(x.days) == 0 {
			continue
		}
		if !x.clockDay(d, unit, base) {
			return false
		}
		if x.stopped {
			return true
		}
	}
	return true
}

// clockDay does one day. Hours and minutes that do not fit are stepped over whole.
func (x *expansion) clockDay(d, unit, base int64) bool {
	end := (d + 1) * day / unit
	u := d * day / unit
	if u < base {
		u = base
	}
	if rest := floorMod(u-base, x.interval); rest != 0 {
		u += x.interval - rest
	}
	for u < end {
		if !x.fuel.burn(1) {
			return false
		}
		at := u * unit
		if skip := x.misfit(at); skip > 0 {
			steps := max(1, (skip/unit+x.interval-1)/x.interval)
			u += steps * x.interval
			continue
		}
		if x.give(len(x.times), func(i int) wall { return wall(at + x.times[i]) }); x.stopped {
			return true
		}
		u += x.interval
	}
	return true
}

// misfit gives the seconds until the hour, minute or second changes that does not fit; 0 where all fit.
func (x *expansion) misfit(at int64) int64 {
	inDay := floorMod(at, day)
	if x.hours != 0 && x.hours&(1<<(inDay/3600)) == 0 {
		return 3600 - inDay%3600
	}
	if x.freq >= minutely && x.minutes != 0 && x.minutes&(1<<(inDay/60%60)) == 0 {
		return 60 - inDay%60
	}
	if x.freq == secondly && x.seconds != 0 && x.seconds&(1<<(inDay%60)) == 0 {
		return 1
	}
	return 0
}
