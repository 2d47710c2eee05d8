"""Attribution: who says, writes, shows, thinks or wants what (Pareti 2015; Newell, Margolin & Ruths 2018)."""
