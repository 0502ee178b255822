-- VolunteerActivities, asked as school-admin: answered by statement
-- Not by statement for auditsDistrict (as privacy-officer); signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.volunteerActivities
-- _r0: VolunteerActivity.signupCount
-- _r1: VolunteerActivity.school
-- _r2: VolunteerActivity.audience
-- _r3: VolunteerActivity.organiser
-- _l1: VolunteerActivity.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _l0.school_id = any ($2::uuid[])
                            or (
                              _l0.organiser_id = $3::uuid
                              and _l0.school_id = any ($4::uuid[])
                            )
                          )
                          or (
                            _l0.published_at is not null
                            and _l0.school_id = any ($4::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r0
                where
                  (
                    _r0.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _l0.id
                    )
                    and (
                      (
                        (
                          select
                            (
                              (
                                sft.school_id = any ($4::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                              or sft.school_id = any ($2::uuid[])
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $5::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $6::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $6::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $6::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $6::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $6::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $6::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and sft.school_id = any ($4::uuid[])
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $5::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $6::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $6::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $6::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $6::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $6::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $6::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r0.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from audience _r2
                where _r2.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $3::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $6::date)
                                  )
                                  and asg.school_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r3.id
                                    and asg.school_id = any ($4::uuid[])
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
                        where p.id = _r3.person_id
                      ),
                      _r3."staff_number"
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."organiser_id"
                    and (
                      _r3.id = $3::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.school_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."place")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift _l1
                    where
                      (
                        _l1."activity_id" = _l0.id
                        and (
                          (
                            _l1.school_id = any ($4::uuid[])
                            and (
                              _l1.published_at is not null
                              or _l0.organiser_id = $3::uuid
                            )
                          )
                          or _l1.school_id = any ($2::uuid[])
                        )
                        and _l1."starts_at" >= $7
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $8::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $9::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $9::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from volunteer_activity _l0
              where
                (
                  (
                    (
                      _l0.school_id = any ($4::uuid[])
                      and (
                        _l0.published_at is not null
                        or _l0.organiser_id = $3::uuid
                      )
                    )
                    or _l0.school_id = any ($2::uuid[])
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); staff + auditsSchool
-- _l0: Query.volunteerActivities
-- _r0: VolunteerActivity.signupCount
-- _r1: VolunteerActivity.school
-- _r2: VolunteerActivity.audience
-- _r3: VolunteerActivity.organiser
-- _l1: VolunteerActivity.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _l0.organiser_id = $2::uuid
                            and _l0.school_id = any ($3::uuid[])
                          )
                          or (
                            _l0.published_at is not null
                            and _l0.school_id = any ($3::uuid[])
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r0
                where
                  (
                    _r0.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _l0.id
                    )
                    and (
                      (
                        (
                          select
                            (
                              sft.school_id = any ($3::uuid[])
                              and (
                                select act.organiser_id = $2::uuid
                                from volunteer_activity act
                                where act.id = sft.activity_id
                              )
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $4::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $5::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $5::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $5::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and sft.school_id = any ($3::uuid[])
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $4::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $5::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $5::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $5::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $5::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $5::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $5::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r0.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from audience _r2
                where _r2.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                  )
                                  and asg.school_id = any ($3::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r3.id
                                    and asg.school_id = any ($3::uuid[])
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
                        where p.id = _r3.person_id
                      ),
                      _r3."staff_number"
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."organiser_id"
                    and (
                      _r3.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.school_id = any ($3::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."place")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift _l1
                    where
                      (
                        _l1."activity_id" = _l0.id
                        and (
                          _l1.school_id = any ($3::uuid[])
                          and (
                            _l1.published_at is not null
                            or _l0.organiser_id = $2::uuid
                          )
                        )
                        and _l1."starts_at" >= $6
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from volunteer_activity _l0
              where
                (
                  (
                    _l0.school_id = any ($3::uuid[])
                    and (
                      _l0.published_at is not null
                      or _l0.organiser_id = $2::uuid
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.volunteerActivities
-- _r0: VolunteerActivity.signupCount
-- _r1: VolunteerActivity.school
-- _r2: VolunteerActivity.audience
-- _r3: VolunteerActivity.organiser
-- _l1: VolunteerActivity.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (_l0.district_id = any ($2::uuid[])) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r0
                where
                  (
                    _r0.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _l0.id
                    )
                    and (
                      (
                        (
                          (
                            select
                              (
                                sft.school_id is null
                                and sft.district_id = any ($2::uuid[])
                              )
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                          and (
                            _r0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $3::timestamptz
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $4::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $4::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $4::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _r0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $4::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $4::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $4::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          (
                            _r0.status in ('PENDING', 'CONFIRMED')
                            and (
                              _r0.status = 'PENDING'
                              or _r0.cancel_requested_at is not null
                            )
                            and (
                              select
                                (
                                  sft.school_id is not null
                                  and sft.district_id = any ($2::uuid[])
                                  and sft.status = 'SCHEDULED'
                                  and sft.starts_at > $3::timestamptz
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = sft.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or asg.staff_id = (
                                          select own.organiser_id
                                          from volunteer_activity own
                                          where own.id = sft.activity_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_r0.person_id], null))
                                  )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          and (
                            _r0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $3::timestamptz
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $4::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $4::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $4::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _r0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $4::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $4::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $4::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                        or (
                          _r0.status = 'CONFIRMED'
                          and (
                            select
                              (
                                sft.school_id is not null
                                and sft.district_id = any ($2::uuid[])
                                and sft.status = 'SCHEDULED'
                                and sft.starts_at <= $3::timestamptz
                                and not exists (
                                  select 1
                                  from
                                    staff_assignment asg
                                    join staff stf on stf.id = asg.staff_id
                                  where
                                    asg.ended_at is null
                                    and asg.valid_from <= $4::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $4::date
                                    )
                                    and asg.school_id = sft.school_id
                                    and (
                                      asg.role = 'SCHOOL_ADMIN'
                                      or asg.staff_id = (
                                        select own.organiser_id
                                        from volunteer_activity own
                                        where own.id = sft.activity_id
                                      )
                                    )
                                    and stf.person_id <> all (array_remove(array[_r0.person_id], null))
                                )
                              )
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                        )
                        or (
                          (
                            _r0.decided_by_id = $5::uuid
                            and _r0.decided_for_district
                            or _r0.cancel_decided_by_id = $5::uuid
                            and _r0.cancel_decided_for_district
                          )
                          and (
                            select sft.district_id = any ($2::uuid[])
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                        )
                      )
                      or (
                        (
                          select sft.district_id = any ($2::uuid[])
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $3::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $4::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $4::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $4::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $4::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $4::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $4::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and _r0.status in ('PENDING', 'CONFIRMED')
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from audience _r2
                where _r2.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $5::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
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
                                    asg.staff_id = _r3.id
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
                        where p.id = _r3.person_id
                      ),
                      _r3."staff_number"
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."organiser_id"
                    and (
                      _r3.id = $5::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.district_id = any ($2::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."place")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift _l1
                    where
                      (
                        _l1."activity_id" = _l0.id
                        and _l1.district_id = any ($2::uuid[])
                        and _l1."starts_at" >= $6
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from volunteer_activity _l0
              where
                (
                  _l0.district_id = any ($2::uuid[])
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.volunteerActivities
-- _r0: VolunteerActivity.signupCount
-- _r1: VolunteerActivity.school
-- _r2: VolunteerActivity.audience
-- _r3: VolunteerActivity.organiser
-- _l1: VolunteerActivity.shifts
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  (
                    case
                      when (
                        (
                          (
                            _l0.organiser_id = $2::uuid
                            and _l0.school_id = any ($3::uuid[])
                          )
                          or (
                            _l0.published_at is not null
                            and (
                              (
                                _l0.school_id = any ($4::uuid[])
                                or (
                                  _l0.school_id is null
                                  and _l0.district_id = any ($5::uuid[])
                                )
                              )
                              or _l0.school_id = any ($3::uuid[])
                            )
                          )
                        )
                      ) is not true then null
                      else count(*)::int
                    end
                  )::text
                from signup _r0
                where
                  (
                    _r0.shift_id in (
                      select sft.id
                      from shift sft
                      where sft.activity_id = _l0.id
                    )
                    and (
                      (
                        (
                          _r0.guardian_id = $6::uuid
                          and (
                            _r0.status in ('CANCELLED', 'REJECTED')
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && $7::text[]
                                )
                            )
                            or (
                              select sft.starts_at <= $8::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                        )
                        or (
                          (
                            select
                              (
                                sft.school_id = any ($3::uuid[])
                                and (
                                  select act.organiser_id = $2::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                          and (
                            _r0.status not in ('PENDING', 'CONFIRMED')
                            or (
                              (
                                select sft.starts_at <= $8::timestamptz
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                              or exists (
                                select 1
                                from engagement res
                                where
                                  res.source_id = _r0.id
                                  and res.kind = 'SHIFT_SIGNUP'
                                  and res.status = 'ACTIVE'
                                  and (
                                    res.rests_on is null
                                    or res.rests_on && array(
                                      select distinct
                                        aky.key
                                      from
                                        guardianship gsh
                                        join class_membership cms on cms.student_id = gsh.student_id
                                        and cms.status = 'ACTIVE'
                                        join school_class cls on cls.id = cms.school_class_id
                                        join grade grd on grd.id = cls.grade_id
                                        join school sch on sch.id = cls.school_id
                                        join school_year scy on scy.id = cls.school_year_id
                                        and $9::date between scy.starts_on and scy.ends_on
                                        cross join lateral unnest(
                                          array[
                                            'class:' || cls.id,
                                            'school:' || sch.id,
                                            'school:' || sch.id || ':grade:' || grd.id,
                                            'school:' || sch.id || ':stage:' || grd.stage,
                                            'district:' || sch.district_id,
                                            'district:' || sch.district_id || ':grade:' || grd.id,
                                            'district:' || sch.district_id || ':stage:' || grd.stage
                                          ]
                                        ) as aky (key)
                                      where
                                        gsh.guardian_id = _r0.guardian_id
                                        and gsh.status = 'ACTIVE'
                                        and gsh.data_access
                                        and gsh.valid_from <= $9::date
                                        and (
                                          gsh.valid_to is null
                                          or gsh.valid_to >= $9::date
                                        )
                                    )
                                  )
                              )
                              or (
                                select
                                  exists (
                                    select 1
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                      and stu.left_on is null
                                      join school sch on sch.id = stu.school_id
                                    where
                                      tie.guardian_id = _r0.guardian_id
                                      and tie.status = 'ACTIVE'
                                      and tie.data_access
                                      and tie.valid_from <= $9::date
                                      and (
                                        tie.valid_to is null
                                        or tie.valid_to >= $9::date
                                      )
                                      and (
                                        sch.id = sft.school_id
                                        or sft.school_id is null
                                        and sch.district_id = sft.district_id
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          class_membership cms
                                          join school_year scy on scy.id = cms.school_year_id
                                        where
                                          cms.student_id = stu.id
                                          and cms.status = 'ACTIVE'
                                          and $9::date between scy.starts_on and scy.ends_on
                                      )
                                  )
                                from shift sft
                                where sft.id = _r0.shift_id
                              )
                            )
                            or exists (
                              select 1
                              from attendance att
                              where
                                att.signup_id = _r0.id
                                and att.checked_in_at is not null
                            )
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.published_at is not null
                              and (
                                (
                                  sft.school_id = any ($4::uuid[])
                                  or (
                                    sft.school_id is null
                                    and sft.district_id = any ($5::uuid[])
                                  )
                                )
                                or sft.school_id = any ($3::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = _r0.shift_id
                        )
                        and (
                          _r0.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $8::timestamptz
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r0.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $9::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r0.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $9::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $9::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r0.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $9::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $9::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $9::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r0.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r0.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                    and (
                      _r0.status in ('PENDING', 'CONFIRMED')
                      and (
                        _r0.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $8::timestamptz
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r0.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && array(
                                  select distinct
                                    aky.key
                                  from
                                    guardianship gsh
                                    join class_membership cms on cms.student_id = gsh.student_id
                                    and cms.status = 'ACTIVE'
                                    join school_class cls on cls.id = cms.school_class_id
                                    join grade grd on grd.id = cls.grade_id
                                    join school sch on sch.id = cls.school_id
                                    join school_year scy on scy.id = cls.school_year_id
                                    and $9::date between scy.starts_on and scy.ends_on
                                    cross join lateral unnest(
                                      array[
                                        'class:' || cls.id,
                                        'school:' || sch.id,
                                        'school:' || sch.id || ':grade:' || grd.id,
                                        'school:' || sch.id || ':stage:' || grd.stage,
                                        'district:' || sch.district_id,
                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                      ]
                                    ) as aky (key)
                                  where
                                    gsh.guardian_id = _r0.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $9::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $9::date
                                    )
                                )
                              )
                          )
                          or (
                            select
                              exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r0.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $9::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $9::date
                                  )
                                  and (
                                    sch.id = sft.school_id
                                    or sft.school_id is null
                                    and sch.district_id = sft.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $9::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            from shift sft
                            where sft.id = _r0.shift_id
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r0.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                from school _r1
                where _r1.id = _l0."school_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1)
                from audience _r2
                where _r2.id = _l0."audience_id"
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r3."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r3.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r3.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $9::date)
                                  )
                                  and (
                                    asg.school_class_id = any ($10::uuid[])
                                    or asg.school_id = any ($3::uuid[])
                                  )
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r3.id
                                    and (
                                      asg.school_class_id = any ($10::uuid[])
                                      or asg.school_id = any ($3::uuid[])
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
                        where p.id = _r3.person_id
                      ),
                      _r3."staff_number"
                    )::text,
                    -1
                  )
                from staff _r3
                where
                  (
                    _r3.id = _l0."organiser_id"
                    and (
                      _r3.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.school_class_id = any ($10::uuid[])
                      )
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r3.id
                          and a.school_id = any ($3::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l1."id"::text || '","' || _l1."status"::text || '","' || _l1."starts_at"::text || '","' || _l1."ends_at"::text || '",' || right(json_build_array(_l1."place")::text, -1),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from shift _l1
                    where
                      (
                        _l1."activity_id" = _l0.id
                        and (
                          (
                            _l1.published_at is not null
                            and (
                              _l1.school_id = any ($4::uuid[])
                              or (
                                _l1.school_id is null
                                and _l1.district_id = any ($5::uuid[])
                              )
                            )
                          )
                          or (
                            _l1.school_id = any ($3::uuid[])
                            and (
                              _l1.published_at is not null
                              or _l0.organiser_id = $2::uuid
                            )
                          )
                        )
                        and _l1."starts_at" >= $11
                      )
                    order by
                      _l1."starts_at" asc,
                      _l1."id" asc
                    limit $12::int
                  ) _l1
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."kind"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."published_at"::text || '"', 'null') || ',' || right(json_build_array(_l0."title", _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $13::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $13::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from volunteer_activity _l0
              where
                (
                  (
                    (
                      _l0.published_at is not null
                      and (
                        _l0.school_id = any ($4::uuid[])
                        or (
                          _l0.school_id is null
                          and _l0.district_id = any ($5::uuid[])
                        )
                      )
                    )
                    or (
                      _l0.school_id = any ($3::uuid[])
                      and (
                        _l0.published_at is not null
                        or _l0.organiser_id = $2::uuid
                      )
                    )
                  )
                  and true
                )
              order by
                _l0."created_at" desc,
                _l0."id" desc
              limit ($13::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
