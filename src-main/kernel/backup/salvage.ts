export { salvage, type SalvagedTable } from '../../store/salvage.ts';
