import cn2020 from '../../../assets/holidays/CN-2020.json' with { type: 'json' };
import cn2021 from '../../../assets/holidays/CN-2021.json' with { type: 'json' };
import cn2022 from '../../../assets/holidays/CN-2022.json' with { type: 'json' };
import cn2023 from '../../../assets/holidays/CN-2023.json' with { type: 'json' };
import cn2024 from '../../../assets/holidays/CN-2024.json' with { type: 'json' };
import cn2025 from '../../../assets/holidays/CN-2025.json' with { type: 'json' };
import cn2026 from '../../../assets/holidays/CN-2026.json' with { type: 'json' };
import { type Calendar, type HolidayTable, calendarOf } from './calendar.ts';

/** The shipped tables: one for each year whose arrangement the State Council has published and two calendars confirm. */
export const HOLIDAY_TABLES: readonly HolidayTable[] = [cn2020, cn2021, cn2022, cn2023, cn2024, cn2025, cn2026];

/** The calendar of all shipped tables. */
export const SHIPPED_CALENDAR: Calendar = calendarOf(HOLIDAY_TABLES);
