package gui

func (w *Window) newAsset()        { w.Go(Assets) }
func (w *Window) openAsset(string) {}
func (w *Window) classify(string)  {}
