-- StaffDirectory, asked as school-admin: answered by statement
-- Not by statement for auditsDistrict (as privacy-officer) (refused)

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); staff + auditsSchool
-- _r0: Query.school (School)
-- _l0: School.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.grade
-- _r2: StaffAssignment.schoolClass
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                                from grade _r1
                                where _r1.id = _l1."grade_id"
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r2."id"::text || '",' || _r2."number"::text || ',' || right(json_build_array(_r2."name")::text, -1)
                                from school_class _r2
                                where
                                  (
                                    _r2.id = _l1."school_class_id"
                                    and _r2.school_id = any ($2::uuid[])
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."role"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || right(json_build_array(_l1."subject")::text, -1)
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from staff_assignment _l1
                            where
                              (
                                _l1."staff_id" = _l0.id
                                and (
                                  _l1.staff_id = $3::uuid
                                  or _l1.school_id = any ($2::uuid[])
                                )
                                and _l1.ended_at is null
                                and _l1.valid_from <= $4::date
                                and (
                                  _l1.valid_to is null
                                  or _l1.valid_to >= $4::date
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $5::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || right(
                        json_build_array(
                          (
                            select
                              case
                                when (
                                  _l0.id = $3::uuid
                                  or exists (
                                    select 1
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = _l0.id
                                      and asg.ended_at is null
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                      )
                                      and asg.school_id = any ($2::uuid[])
                                  )
                                ) then json_build_array(p.name, p.phone)
                                else json_build_array(
                                  coalesce(
                                    (
                                      select asg.held_as
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _l0.id
                                        and asg.school_id = any ($2::uuid[])
                                      order by
                                        asg.valid_to desc nulls first,
                                        asg.id desc
                                      limit 1
                                    ),
                                    p.name
                                  ),
                                  null
                                )
                              end
                            from person p
                            where p.id = _l0.person_id
                          ),
                          _l0."staff_number"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $6::int
                  ) || ']',
                  case
                    when (_r0.id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from staff _l0
                      where
                        (
                          exists (
                            select 1
                            from staff_assignment a
                            where
                              a.staff_id = _l0.id
                              and a.school_id = _r0.id
                              and a.ended_at is null
                              and a.valid_from <= $4::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $4::date
                              )
                          )
                          and (
                            _l0.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _l0.id
                                and a.school_id = any ($2::uuid[])
                            )
                          )
                          and true
                        )
                      order by
                        _l0."staff_number" asc,
                        _l0."id" asc
                      limit ($6::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from staff _l0
                where
                  (
                    exists (
                      select 1
                      from staff_assignment a
                      where
                        a.staff_id = _l0.id
                        and a.school_id = _r0.id
                        and a.ended_at is null
                        and a.valid_from <= $4::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $4::date
                        )
                    )
                    and (
                      _l0.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _l0.id
                          and a.school_id = any ($2::uuid[])
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($7::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.school (School)
-- _l0: School.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.grade
-- _r2: StaffAssignment.schoolClass
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                                from grade _r1
                                where _r1.id = _l1."grade_id"
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r2."id"::text || '",' || _r2."number"::text || ',' || right(json_build_array(_r2."name")::text, -1)
                                from school_class _r2
                                where
                                  (
                                    _r2.id = _l1."school_class_id"
                                    and _r2.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."role"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || right(json_build_array(_l1."subject")::text, -1)
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from staff_assignment _l1
                            where
                              (
                                _l1."staff_id" = _l0.id
                                and (
                                  _l1.staff_id = $3::uuid
                                  or _l1.district_id = any ($2::uuid[])
                                )
                                and _l1.ended_at is null
                                and _l1.valid_from <= $4::date
                                and (
                                  _l1.valid_to is null
                                  or _l1.valid_to >= $4::date
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $5::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || right(
                        json_build_array(
                          (
                            select
                              case
                                when (
                                  _l0.id = $3::uuid
                                  or exists (
                                    select 1
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = _l0.id
                                      and asg.ended_at is null
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= greatest(asg.valid_from, $4::date)
                                      )
                                      and asg.district_id = any ($2::uuid[])
                                  )
                                ) then json_build_array(p.name, p.phone)
                                else json_build_array(
                                  coalesce(
                                    (
                                      select asg.held_as
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _l0.id
                                        and asg.district_id = any ($2::uuid[])
                                      order by
                                        asg.valid_to desc nulls first,
                                        asg.id desc
                                      limit 1
                                    ),
                                    p.name
                                  ),
                                  null
                                )
                              end
                            from person p
                            where p.id = _l0.person_id
                          ),
                          _l0."staff_number"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $6::int
                  ) || ']',
                  case
                    when (_r0.district_id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $6::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from staff _l0
                      where
                        (
                          exists (
                            select 1
                            from staff_assignment a
                            where
                              a.staff_id = _l0.id
                              and a.school_id = _r0.id
                              and a.ended_at is null
                              and a.valid_from <= $4::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $4::date
                              )
                          )
                          and (
                            _l0.id = $3::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _l0.id
                                and a.district_id = any ($2::uuid[])
                            )
                          )
                          and true
                        )
                      order by
                        _l0."staff_number" asc,
                        _l0."id" asc
                      limit ($6::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.district_id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from staff _l0
                where
                  (
                    exists (
                      select 1
                      from staff_assignment a
                      where
                        a.staff_id = _l0.id
                        and a.school_id = _r0.id
                        and a.ended_at is null
                        and a.valid_from <= $4::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $4::date
                        )
                    )
                    and (
                      _l0.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _l0.id
                          and a.district_id = any ($2::uuid[])
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($7::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.school (School)
-- _l0: School.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.grade
-- _r2: StaffAssignment.schoolClass
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                                from grade _r1
                                where _r1.id = _l1."grade_id"
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select '["' || _r2."id"::text || '",' || _r2."number"::text || ',' || right(json_build_array(_r2."name")::text, -1)
                                from school_class _r2
                                where
                                  (
                                    _r2.id = _l1."school_class_id"
                                    and (
                                      _r2.school_id = any ($2::uuid[])
                                      or _r2.id = any ($3::uuid[])
                                      or _r2.school_id = any ($4::uuid[])
                                    )
                                  )
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."role"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || right(json_build_array(_l1."subject")::text, -1)
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from staff_assignment _l1
                            where
                              (
                                _l1."staff_id" = _l0.id
                                and (
                                  _l1.staff_id = $5::uuid
                                  or _l1.school_class_id = any ($3::uuid[])
                                  or _l1.school_id = any ($4::uuid[])
                                )
                                and _l1.ended_at is null
                                and _l1.valid_from <= $6::date
                                and (
                                  _l1.valid_to is null
                                  or _l1.valid_to >= $6::date
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $7::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || right(
                        json_build_array(
                          (
                            select
                              case
                                when (
                                  _l0.id = $5::uuid
                                  or exists (
                                    select 1
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = _l0.id
                                      and asg.ended_at is null
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= greatest(asg.valid_from, $6::date)
                                      )
                                      and (
                                        asg.school_class_id = any ($3::uuid[])
                                        or asg.school_id = any ($4::uuid[])
                                      )
                                  )
                                ) then json_build_array(p.name, p.phone)
                                else json_build_array(
                                  coalesce(
                                    (
                                      select asg.held_as
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _l0.id
                                        and (
                                          asg.school_class_id = any ($3::uuid[])
                                          or asg.school_id = any ($4::uuid[])
                                        )
                                      order by
                                        asg.valid_to desc nulls first,
                                        asg.id desc
                                      limit 1
                                    ),
                                    p.name
                                  ),
                                  null
                                )
                              end
                            from person p
                            where p.id = _l0.person_id
                          ),
                          _l0."staff_number"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $8::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any ($4::uuid[])
                        or _r0.id = any ($2::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $8::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from staff _l0
                      where
                        (
                          exists (
                            select 1
                            from staff_assignment a
                            where
                              a.staff_id = _l0.id
                              and a.school_id = _r0.id
                              and a.ended_at is null
                              and a.valid_from <= $6::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $6::date
                              )
                          )
                          and (
                            _l0.id = $5::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _l0.id
                                and a.school_class_id = any ($3::uuid[])
                            )
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _l0.id
                                and a.school_id = any ($4::uuid[])
                            )
                          )
                          and true
                        )
                      order by
                        _l0."staff_number" asc,
                        _l0."id" asc
                      limit ($8::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (_r0.id = any ($4::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from staff _l0
                where
                  (
                    exists (
                      select 1
                      from staff_assignment a
                      where
                        a.staff_id = _l0.id
                        and a.school_id = _r0.id
                        and a.ended_at is null
                        and a.valid_from <= $6::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $6::date
                        )
                    )
                    and (
                      _l0.id = $5::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _l0.id
                          and a.school_class_id = any ($3::uuid[])
                      )
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _l0.id
                          and a.school_id = any ($4::uuid[])
                      )
                    )
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($9::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for signed in (as lecturer)
-- _r0: Query.school (School)
-- _l0: School.staff
-- _l1: Staff.currentAssignments
-- _r1: StaffAssignment.grade
-- _r2: StaffAssignment.schoolClass
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                                from grade _r1
                                where _r1.id = _l1."grade_id"
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select 'null'
                                from school_class _r2
                                where false
                              ),
                              'null'
                            ) || ',' || (
                              '"' || _l1."id"::text || '","' || _l1."role"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || right(json_build_array(_l1."subject")::text, -1)
                            ),
                            ','
                          ) || ']'
                        from
                          (
                            select _l1.*
                            from staff_assignment _l1
                            where
                              (
                                _l1."staff_id" = _l0.id
                                and _l1.staff_id = $2::uuid
                                and _l1.ended_at is null
                                and _l1.valid_from <= $3::date
                                and (
                                  _l1.valid_to is null
                                  or _l1.valid_to >= $3::date
                                )
                                and true
                              )
                            order by
                              _l1."valid_from" desc,
                              _l1."id" desc
                            limit $4::int
                          ) _l1
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '",' || right(
                        json_build_array(
                          (
                            select
                              case
                                when (
                                  _l0.id = $2::uuid
                                  or exists (
                                    select 1
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = _l0.id
                                      and asg.ended_at is null
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                      )
                                      and false
                                  )
                                ) then json_build_array(p.name, p.phone)
                                else json_build_array(
                                  coalesce(
                                    (
                                      select asg.held_as
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _l0.id
                                        and false
                                      order by
                                        asg.valid_to desc nulls first,
                                        asg.id desc
                                      limit 1
                                    ),
                                    p.name
                                  ),
                                  null
                                )
                              end
                            from person p
                            where p.id = _l0.person_id
                          ),
                          _l0."staff_number"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $5::int
                  ) || ']',
                  case
                    when (false) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $5::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from staff _l0
                      where
                        (
                          exists (
                            select 1
                            from staff_assignment a
                            where
                              a.staff_id = _l0.id
                              and a.school_id = _r0.id
                              and a.ended_at is null
                              and a.valid_from <= $3::date
                              and (
                                a.valid_to is null
                                or a.valid_to >= $3::date
                              )
                          )
                          and _l0.id = $2::uuid
                          and true
                        )
                      order by
                        _l0."staff_number" asc,
                        _l0."id" asc
                      limit ($5::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || coalesce(
              (
                select
                  (
                    case
                      when (false) is not true then null
                      else count(*)::int
                    end
                  )::text
                from staff _l0
                where
                  (
                    exists (
                      select 1
                      from staff_assignment a
                      where
                        a.staff_id = _l0.id
                        and a.school_id = _r0.id
                        and a.ended_at is null
                        and a.valid_from <= $3::date
                        and (
                          a.valid_to is null
                          or a.valid_to >= $3::date
                        )
                    )
                    and _l0.id = $2::uuid
                    and true
                  )
              ),
              'null'
            ) || ']' || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($6::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;
